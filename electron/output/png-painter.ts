import fs from 'node:fs';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Page } from '../../core/drawing/draw-item.ts';
import { resourcesFolder } from '../files/resources-folder.ts';
import { wasmBytes } from '../files/wasm-file.ts';

const DOTS_PER_INCH = 150;
const MM_PER_INCH = 25.4;
// Larger pages get fewer dots an inch, so that the picture fits into memory and viewers.
const MOST_PX = 12_000;

let ready: Promise<void> | null = null;

async function begun(): Promise<void> {
  ready ??= initWasm(wasmBytes('resvg.wasm'));
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
