import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pngParts } from '../../../core/codec/picture/png.ts';
import { writeSvg } from '../../../core/codec/svg.ts';
import type { Page } from '../../../core/drawing/draw-item.ts';
import { inBundledLetters } from '../../../electron/output/bundled-letters.ts';
import type { LetterFont } from '../../../electron/output/letter-fonts.ts';
import { paintPdf } from '../../../electron/output/pdf-painter.ts';
import { paintPng } from '../../../electron/output/png-painter.ts';
import { svgLines } from '../../../electron/output/svg-lines.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { shownPixels } from './painted-picture.ts';

const DOTS_PER_INCH = 150;

/** How dark a page is, a number from 0 (paper) to 255 for each dot, row after row. */
export type Darkness = { readonly widthPx: number; readonly heightPx: number; readonly dots: Uint8Array };

async function darknessOf(png: Uint8Array): Promise<Darkness> {
  const { widthPx = 0, heightPx = 0 } = pngParts(png) ?? {};
  const shown = await shownPixels(png);
  const dots = new Uint8Array(widthPx * heightPx).map((_, at) => 255 - (shown[at * 4 + 1] ?? 255));
  return { widthPx, heightPx, dots };
}

/** A page as the PDF shows it, read by poppler. */
export async function pdfDarkness(page: Page): Promise<Darkness> {
  const file = path.join(temporaryFolder(), 'page.pdf');
  writeFileSync(file, await paintPdf(inBundledLetters([page]).pages, () => null));
  execFileSync('pdftoppm', ['-r', String(DOTS_PER_INCH), '-png', '-singlefile', file, file]);
  return await darknessOf(readFileSync(`${file}.png`));
}

/** The same page as the PNG shows it. */
export async function pngDarkness(page: Page): Promise<Darkness> {
  const [lettered] = inBundledLetters([page]).pages;
  if (!lettered) throw new Error('The page is gone.');
  const { lineOf, fontsNamed } = await svgLines([lettered]);
  const svg = writeSvg(lettered, () => null, lineOf);
  return await darknessOf(await paintPng(svg, lettered, fontsNamed()));
}

/** An SVG as resvg shows it, which shapes and orders letters by its own means. */
export async function svgDarkness(svg: string, page: Page, fonts: readonly LetterFont[]): Promise<Darkness> {
  return await darknessOf(await paintPng(svg, page, fonts));
}

/** The sum of all that is dark. */
export const inkOf = ({ dots }: Darkness): number => dots.reduce((sum, dot) => sum + dot, 0);

const SIDE = 6;

/**
 * How different two pages are, as a share of the ink of the first: squares of six dots are compared, so that edges
 * that painters smooth in their own way count little.
 */
export function difference(one: Darkness, other: Darkness): number {
  if (one.widthPx !== other.widthPx || one.heightPx !== other.heightPx) return 1;
  const [first, second] = [squares(one), squares(other)];
  const off = first.reduce((sum, value, index) => sum + Math.abs(value - (second[index] ?? 0)), 0);
  return off / inkOf(one);
}

function squares({ widthPx, heightPx, dots }: Darkness): Float64Array {
  const across = Math.ceil(widthPx / SIDE);
  const sums = new Float64Array(across * Math.ceil(heightPx / SIDE));
  dots.forEach((dot, at) => {
    const square = Math.floor(Math.floor(at / widthPx) / SIDE) * across + Math.floor((at % widthPx) / SIDE);
    sums[square] = (sums[square] ?? 0) + dot;
  });
  return sums;
}
