import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { PictureLookup } from '../../core/codec/svg.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import { resourcesFolder } from '../files/resources-folder.ts';
import { plainPng } from './plain-png.ts';
import { picturesOn } from './sound-pictures.ts';

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

/** The pictures of some pages in the form that the renderer gets right. */
export async function plainPictures(
  pages: readonly Page[],
  pictureOf: PictureLookup,
): Promise<PictureLookup> {
  const plain = new Map<string, Uint8Array>();
  for (const sha256 of picturesOn(pages)) {
    const bytes = pictureOf(sha256);
    if (bytes) plain.set(sha256, await plainPng(bytes));
  }
  return (sha256) => plain.get(sha256) ?? null;
}

/** A page's SVG as a PNG picture at 150 dots an inch. */
export async function paintPng(svg: string, page: Page): Promise<Uint8Array> {
  ready ??= initWasm(fs.readFileSync(wasmFile()));
  await ready;
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
