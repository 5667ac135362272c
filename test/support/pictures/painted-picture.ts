import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pngParts } from '../../../core/codec/picture/png.ts';
import { writeSvg } from '../../../core/codec/svg.ts';
import type { Page } from '../../../core/drawing/draw-item.ts';
import { paintPdf } from '../../../electron/output/pdf-painter.ts';
import { paintPng } from '../../../electron/output/png-painter.ts';
import { decodedJpeg } from '../../../electron/pictures/jpeg-codec.ts';
import { pixelsOf } from '../../../electron/pictures/png-pixels.ts';
import type { UprightPicture } from '../../../electron/pictures/upright-picture.ts';
import { temporaryFolder } from '../temporary-store.ts';

const DOTS_PER_INCH = 150;
const PIXEL_MM = 25.4 / DOTS_PER_INCH;

/** Four bytes a pixel on white paper, row after row. */
export type Shown = Uint8Array;

/** A page with a picture and nothing else: a pixel of it is a dot of the PNG. */
function pageOf({ widthPx, heightPx }: UprightPicture): Page {
  const picture = {
    type: 'image',
    attachment: 'a',
    widthPx,
    heightPx,
    opacity: 1,
    detail: 'always',
  } as const;
  return {
    widthMm: widthPx * PIXEL_MM,
    heightMm: heightPx * PIXEL_MM,
    title: 'A picture',
    groups: [
      {
        items: [{ ...picture, matrix: [1, 0, 0, 1, 0, 0] }],
        toPaper: [PIXEL_MM, 0, 0, PIXEL_MM, 0, 0],
        clip: null,
      },
    ],
  } as Page;
}

/** A picture as three outputs show it, each read by another program than the one that painted it. */
export async function paintedPicture(
  upright: UprightPicture,
): Promise<{ readonly pdf: Shown; readonly png: Shown; readonly svg: Shown }> {
  const page = pageOf(upright);
  const pictureOf = () => upright.bytes;
  const svg = writeSvg(page, pictureOf);
  const png = await paintPng(svg, page);
  const file = path.join(temporaryFolder(), 'page.pdf');
  writeFileSync(file, await paintPdf([page], pictureOf));
  const size = ['-W', String(upright.widthPx), '-H', String(upright.heightPx), '-x', '0', '-y', '0'];
  execFileSync('pdftoppm', ['-r', String(DOTS_PER_INCH), ...size, '-png', '-singlefile', file, file]);
  const pdf = await shownPixels(readFileSync(`${file}.png`));
  return { pdf, png: await shownPixels(png), svg: await shownPixels(embeddedIn(svg)) };
}

function embeddedIn(svg: string): Uint8Array {
  const [, packed = ''] = /;base64,([^"]+)/.exec(svg) ?? [];
  return new Uint8Array(Buffer.from(packed, 'base64'));
}

/** The pixels of a PNG or JPEG on white paper. */
export async function shownPixels(bytes: Uint8Array): Promise<Shown> {
  const parts = pngParts(bytes);
  const pixels = parts ? await pixelsOf(parts) : (await decodedJpeg(bytes))?.pixels;
  if (!pixels) throw new Error('A picture that was painted cannot be decoded.');
  return onWhite(pixels);
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
