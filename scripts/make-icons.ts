// node scripts/make-icons.ts: writes resources/icons/icon.png from sallyport.svg; electron-builder makes the
// sizes and formats of each system from it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const SIZE_PX = 512;
const folder = path.resolve(import.meta.dirname, '../resources/icons');

await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
const source = readFileSync(path.join(folder, 'sallyport.svg'), 'utf8');
const icon = new Resvg(source, { fitTo: { mode: 'width', value: SIZE_PX } }).render();
writeFileSync(path.join(folder, 'icon.png'), icon.asPng());
