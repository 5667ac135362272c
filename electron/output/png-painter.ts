import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Page } from '../../core/drawing/draw-item.ts';
import { wasmBytes } from '../files/wasm-file.ts';
import { fontFile, type LetterFont } from './letter-fonts.ts';

const DOTS_PER_INCH = 150;
const MM_PER_INCH = 25.4;
// Larger pages get fewer dots an inch, so that the picture fits into memory and viewers.
const MOST_PX = 12_000;

let ready: Promise<void> | null = null;

async function begun(): Promise<void> {
  ready ??= initWasm(wasmBytes('resvg.wasm'));
  await ready;
}

const INTER: readonly LetterFont[] = [
  { family: null, weight: 'regular' },
  { family: null, weight: 'semibold' },
];

/** A page's SVG as a PNG picture at 150 dots an inch; `fonts` are those that it names beside Inter. */
export async function paintPng(
  svg: string,
  page: Page,
  fonts: readonly LetterFont[] = [],
): Promise<Uint8Array> {
  await begun();
  const fontBuffers = [...INTER, ...fonts].map(fontFile);
  const width = Math.min(Math.round((page.widthMm / MM_PER_INCH) * DOTS_PER_INCH), MOST_PX);
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers, defaultFontFamily: 'Inter', loadSystemFonts: false },
  });
  const image = resvg.render();
  const bytes = image.asPng();
  image.free();
  resvg.free();
  return bytes;
}
