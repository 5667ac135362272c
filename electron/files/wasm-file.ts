import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** WebAssembly of packages: its name beside the bundled code, see electron.vite.config.ts, and in the package. */
export const packagedWasm = {
  'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  'jpeg-decoder.wasm': '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  'jpeg-encoder.wasm': '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  // The package itself looks for it under this name beside the code.
  'harfbuzz.wasm': 'harfbuzzjs/dist/harfbuzz.wasm',
} as const;

/** The bytes of a package's WebAssembly: beside the code in the built application, in the package while developing. */
export function wasmBytes(name: keyof typeof packagedWasm): ArrayBuffer {
  const shipped = path.join(import.meta.dirname, name);
  const file = fs.existsSync(shipped) ? shipped : createRequire(import.meta.url).resolve(packagedWasm[name]);
  // A copy: what is read may lie in a buffer with other things.
  return new Uint8Array(fs.readFileSync(file)).buffer;
}
