import { err, ok, type Result } from '../../result.ts';
import { crc32 } from './crc32.ts';
import { damaged, type PictureError, type PictureInfo, truncated } from './picture-info.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

type Chunk = { readonly type: string; readonly end: number };

/** The chunk that starts at an offset, or null when the bytes end first (PNG, third edition, 5.3). */
function chunkAt(view: DataView, at: number): Chunk | null {
  if (at + 12 > view.byteLength) return null;
  const codes = [4, 5, 6, 7].map((offset) => view.getUint8(at + offset));
  const end = at + 12 + view.getUint32(at);
  return end > view.byteLength ? null : { type: String.fromCharCode(...codes), end };
}

/** Whether a chunk that the picture cannot be shown without has the content it was written with. */
function isSound(bytes: Uint8Array, view: DataView, at: number, { type, end }: Chunk): boolean {
  const isCritical = type.charAt(0) === type.charAt(0).toUpperCase();
  return !isCritical || crc32(bytes.subarray(at + 4, end - 4)) === view.getUint32(end - 4);
}

/** What is wrong with the chunks up to the closing one, or null when they are all there and hold pixels. */
function chunkProblem(bytes: Uint8Array, view: DataView): PictureError | null {
  let hasPixels = false;
  for (let at = SIGNATURE.length; ; ) {
    const chunk = chunkAt(view, at);
    if (chunk === null) return truncated;
    if (!isSound(bytes, view, at, chunk)) return damaged;
    if (chunk.type === 'IEND') return hasPixels ? null : truncated;
    hasPixels ||= chunk.type === 'IDAT';
    at = chunk.end;
  }
}

/** The PNG that some bytes are, or null when they do not begin like one. */
export function readPng(bytes: Uint8Array): Result<PictureInfo, PictureError> | null {
  if (!SIGNATURE.every((byte, at) => bytes[at] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = chunkAt(view, SIGNATURE.length);
  if (header === null) return err(truncated);
  const [widthPx, heightPx] = [view.getUint32(16), view.getUint32(20)];
  if (header.type !== 'IHDR' || widthPx === 0 || heightPx === 0) {
    return err({ reason: 'unknown-form', message: 'begins like a PNG and is none. Save it again as PNG.' });
  }
  const problem = chunkProblem(bytes, view);
  return problem ? err(problem) : ok({ mediaType: 'image/png', widthPx, heightPx });
}
