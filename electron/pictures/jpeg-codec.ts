import decode, { init as initDecoder } from '@jsquash/jpeg/decode.js';
import encode, { init as initEncoder } from '@jsquash/jpeg/encode.js';
import { wasmBytes } from '../files/wasm-file.ts';
import type { Raster } from './turned.ts';

/** What the decoder makes: the browser's class, which Node lacks. */
class DecodedPixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

// High enough that lines stay sharp; colours at every pixel, or thin coloured lines would bleed.
const ENCODING = {
  quality: 92,
  baseline: true,
  progressive: false,
  auto_subsample: false,
  chroma_subsample: 1,
} as const;

/**
 * The pixels of a JPEG, four bytes each, as its rows are stored; null where the decoder gives up.
 *
 * Of a file that is cut or garbled it fills in grey without a word: look at its scans first.
 */
export async function decodedJpeg(bytes: Uint8Array): Promise<Raster | null> {
  const scope = globalThis as { ImageData?: unknown };
  scope.ImageData ??= DecodedPixels;
  // An instance for each picture: one that gave up may be in any state, and none keeps its memory.
  await initDecoder({ wasmBinary: wasmBytes('jpeg-decoder.wasm'), printErr: () => undefined });
  let decoded: DecodedPixels;
  try {
    // Metadata of turns is out of it by then: turned here as it is for every picture.
    decoded = (await decode(bytes as unknown as ArrayBuffer)) as unknown as DecodedPixels;
  } catch {
    // It throws numbers and exits that say no more than this.
    return null;
  }
  const { data, width, height } = decoded;
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { widthPx: width, heightPx: height, channels: 4, pixels };
}

/** A baseline JPEG of pixels of four bytes, opaque as all are in a JPEG. */
export async function encodedJpeg({ widthPx, heightPx, pixels }: Raster): Promise<Uint8Array> {
  await initEncoder({ wasmBinary: wasmBytes('jpeg-encoder.wasm') });
  const data = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const picture = new DecodedPixels(data, widthPx, heightPx);
  return new Uint8Array(await encode(picture as never, ENCODING));
}
