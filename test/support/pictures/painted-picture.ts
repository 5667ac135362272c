import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pngParts } from '../../../core/codec/picture/png.ts';
import { writeSvg } from '../../../core/codec/svg.ts';
import type { Page } from '../../../core/drawing/draw-item.ts';
import { paintPdf } from '../../../electron/output/pdf-painter.ts';
import { paintPng } from '../../../electron/output/png-painter.ts';
import { decodedJpeg } from '../../../electron/pictures/jpeg-codec.ts';
import { pixelsOf } from '../../../electron/pictures/png-pixels.ts';
import type { UprightPicture } from '../../../electron/pictures/upright-picture.ts';

const DOTS_PER_INCH = 150;
const PIXEL_MM = 25.4 / DOTS_PER_INCH;

/** Four bytes a pixel on white paper, row after row. */
export type Shown = Uint8Array;

/** Dots between two pictures of a page. */
const GAP = 3;

type Placed = { readonly upright: UprightPicture; readonly top: number };

/** Pictures one beneath the other, each a dot of the PNG to a pixel, and nothing else. */
function pageOf(placed: readonly Placed[], { widthPx, heightPx }: Size): Page {
  const items = placed.map(({ upright, top }, index) => ({
    type: 'image' as const,
    attachment: String(index),
    widthPx: upright.widthPx,
    heightPx: upright.heightPx,
    opacity: 1,
    detail: 'always' as const,
    matrix: [1, 0, 0, 1, 0, top] as const,
  }));
  return {
    widthMm: widthPx * PIXEL_MM,
    heightMm: heightPx * PIXEL_MM,
    title: 'Pictures',
    groups: [{ items, toPaper: [PIXEL_MM, 0, 0, PIXEL_MM, 0, 0], clip: null }],
  };
}

/** A picture as three outputs show it. */
export type Painted = { readonly pdf: Shown; readonly png: Shown; readonly svg: Shown };

/** Pictures on one page as three outputs show them, each read by another program than the one that painted it. */
export async function paintedPictures(pictures: readonly UprightPicture[]): Promise<readonly Painted[]> {
  let heightPx = 0;
  const placed = pictures.map((upright) => {
    const top = heightPx;
    heightPx += upright.heightPx + GAP;
    return { upright, top };
  });
  const whole = { widthPx: Math.max(...pictures.map(({ widthPx }) => widthPx)), heightPx };
  const page = pageOf(placed, whole);
  const pictureOf = (index: string) => pictures[Number(index)]?.bytes ?? null;
  const svg = writeSvg(page, pictureOf);
  const pdf = await shownPixels(renderedPdf(await paintPdf([page], pictureOf), whole));
  const png = await shownPixels(await paintPng(svg, page));
  const embedded = await Promise.all(embeddedIn(svg).map(shownPixels));
  return placed.map((one, index) => ({
    pdf: cut(pdf, whole, one),
    png: cut(png, whole, one),
    svg: embedded[index] ?? new Uint8Array(),
  }));
}

/** The first page of a PDF as a PNG of so many dots, as poppler shows it at 150 dots an inch. */
export function renderedPdf(pdf: Uint8Array, { widthPx, heightPx }: Size): Uint8Array {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sallyport-test-'));
  try {
    const file = path.join(folder, 'page.pdf');
    writeFileSync(file, pdf);
    const size = ['-W', String(widthPx), '-H', String(heightPx), '-x', '0', '-y', '0'];
    execFileSync('pdftoppm', ['-r', String(DOTS_PER_INCH), ...size, '-png', '-singlefile', file, file]);
    return readFileSync(`${file}.png`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The pixels of one picture of a page. */
function cut(page: Shown, { widthPx }: Size, { upright, top }: Placed): Shown {
  const rows = Array.from({ length: upright.heightPx }, (_, row) => {
    const from = (top + row) * widthPx * 4;
    return page.subarray(from, from + upright.widthPx * 4);
  });
  return new Uint8Array(Buffer.concat(rows));
}

function embeddedIn(svg: string): readonly Uint8Array[] {
  return [...svg.matchAll(/;base64,([^"]+)/g)].map(
    ([, packed = '']) => new Uint8Array(Buffer.from(packed, 'base64')),
  );
}

/** A picture by its pixels. */
export type Raster = Size & { readonly pixels: Shown };

/** The pixels of a PNG or JPEG on white paper. */
export async function readRaster(bytes: Uint8Array): Promise<Raster> {
  const parts = pngParts(bytes);
  const pixels = parts && (await pixelsOf(parts));
  const decoded = parts ? pixels && { ...sidesOf(parts), pixels } : await decodedJpeg(bytes);
  if (!decoded) throw new Error('A picture that was painted cannot be decoded.');
  return { ...sidesOf(decoded), pixels: onWhite(decoded.pixels) };
}

const sidesOf = ({ widthPx, heightPx }: Size): Size => ({ widthPx, heightPx });

export async function shownPixels(bytes: Uint8Array): Promise<Shown> {
  return (await readRaster(bytes)).pixels;
}

export function onWhite(pixels: Uint8Array): Shown {
  return pixels.map((value, at) => {
    if (at % 4 === 3) return 255;
    const alpha = (pixels[at - (at % 4) + 3] ?? 255) / 255;
    return Math.round(value * alpha + 255 * (1 - alpha));
  });
}

/** What is left of a picture where only the middle of each square of three pixels is looked at. */
export function middles(shown: Shown, { widthPx, heightPx }: Size): Shown {
  return tiles(shown, { widthPx, heightPx, side: 3, from: 1, to: 2 });
}

/** A picture made smaller by four: what lines become that a painter smooths. */
export function averages(shown: Shown, { widthPx, heightPx }: Size): Shown {
  return tiles(shown, { widthPx, heightPx, side: 4, from: 0, to: 4 });
}

type Size = { readonly widthPx: number; readonly heightPx: number };
type Tiles = Size & { readonly side: number; readonly from: number; readonly to: number };

/** The mean of a square within each whole tile. */
function tiles(shown: Shown, { widthPx, heightPx, side, from, to }: Tiles): Shown {
  const [columns, rows] = [Math.floor(widthPx / side), Math.floor(heightPx / side)];
  return Uint8Array.from({ length: columns * rows * 4 }, (_, at) => {
    const tile = Math.floor(at / 4);
    const [left, top] = [(tile % columns) * side, Math.floor(tile / columns) * side];
    let sum = 0;
    for (let y = top + from; y < top + to; y += 1)
      for (let x = left + from; x < left + to; x += 1) sum += shown[(y * widthPx + x) * 4 + (at % 4)] ?? 0;
    return Math.round(sum / (to - from) ** 2);
  });
}

const MOST_LEVELS = 16;

/** The share of the pixels of which a channel differs by more than 16 of 255; 1 where there are others as many. */
export function shareOfOthers(one: Shown, two: Shown): number {
  if (one.length !== two.length) return 1;
  let others = 0;
  for (let at = 0; at < one.length; at += 4) {
    const most = Math.max(
      ...[0, 1, 2].map((part) => Math.abs((one[at + part] ?? 0) - (two[at + part] ?? 0))),
    );
    if (most > MOST_LEVELS) others += 1;
  }
  return others / (one.length / 4);
}
