import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { unturnedJpeg } from '../../core/codec/picture/jpeg.ts';
import { hasPrintingColours } from '../../core/codec/picture/read-picture-info.ts';
import type { PictureLookup } from '../../core/codec/svg.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import { resourcesFolder } from '../files/resources-folder.ts';
import { damagedPicture, pictureInPrintingColours } from './damaged-picture.ts';
import { plainPng } from './plain-png.ts';
import { type LeftOut, picturesOn } from './sound-pictures.ts';

const DOTS_PER_INCH = 150;
const MM_PER_INCH = 25.4;
// Larger pages get fewer dots an inch, so that the picture fits into memory and viewers.
const MOST_PX = 12_000;

let ready: Promise<void> | null = null;

/** The renderer's WebAssembly: shipped in resources, or in the package while developing. */
function wasmFile(): string {
  const shipped = path.join(resourcesFolder(), 'resvg.wasm');
  return fs.existsSync(shipped)
    ? shipped
    : createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
}

/** The pictures of a page in the form that the renderer gets right, and what is to be said of those that it cannot draw. */
export async function plainPictures(
  page: Page,
  pictureOf: PictureLookup,
): Promise<{ readonly pictureOf: PictureLookup; readonly leftOut: ReadonlyMap<string, LeftOut> }> {
  const plain = new Map<string, Uint8Array>();
  const leftOut = new Map<string, LeftOut>();
  for (const sha256 of picturesOn([page])) {
    const bytes = pictureOf(sha256);
    if (!bytes) continue;
    if (hasPrintingColours(bytes)) leftOut.set(sha256, pictureInPrintingColours);
    else if (unturnedJpeg(bytes) && !(await isDrawn(bytes))) leftOut.set(sha256, damagedPicture);
    else plain.set(sha256, await plainPng(bytes));
  }
  return { pictureOf: (sha256) => plain.get(sha256) ?? null, leftOut };
}

const SAMPLE_PX = 2;

/** Whether the renderer can decode a JPEG: of one that it cannot it draws nothing, and says nothing. */
async function isDrawn(bytes: Uint8Array): Promise<boolean> {
  await begun();
  const href = `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
  const side = `width="${SAMPLE_PX}" height="${SAMPLE_PX}"`;
  const resvg = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" ${side}><image ${side} preserveAspectRatio="none" href="${href}"/></svg>`,
  );
  const image = resvg.render();
  const isOpaque = image.pixels.every((value, index) => index % 4 !== 3 || value === 255);
  image.free();
  resvg.free();
  return isOpaque;
}

async function begun(): Promise<void> {
  ready ??= initWasm(fs.readFileSync(wasmFile()));
  await ready;
}

/** A page's SVG as a PNG picture at 150 dots an inch. */
export async function paintPng(svg: string, page: Page): Promise<Uint8Array> {
  await begun();
  const folder = path.join(resourcesFolder(), 'fonts');
  const fontBuffers = ['Inter-Regular.ttf', 'Inter-SemiBold.ttf'].map((name) =>
    fs.readFileSync(path.join(folder, name)),
  );
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
