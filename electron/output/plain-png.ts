import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { pngParts } from '../../core/codec/picture/png.ts';
import { pixelsOf } from './png-pixels.ts';

const deflate = promisify(zlib.deflate);

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const COLOUR_WITH_ALPHA = 6;
const FAST = 1;

/** A PNG in the one form that every reader gets right, eight bits and row after row; another picture as it is. */
export async function plainPng(bytes: Uint8Array): Promise<Uint8Array> {
  const parts = pngParts(bytes);
  const pixels = parts && (await pixelsOf(parts));
  if (!parts || !pixels) return bytes;
  const { widthPx, heightPx } = parts;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, COLOUR_WITH_ALPHA], 8);
  const rows = new Uint8Array((widthPx * 4 + 1) * heightPx);
  for (let row = 0; row < heightPx; row += 1) {
    rows.set(pixels.subarray(row * widthPx * 4, (row + 1) * widthPx * 4), row * (widthPx * 4 + 1) + 1);
  }
  const packed = await deflate(rows, { level: FAST });
  return Buffer.concat([SIGNATURE, ...chunk('IHDR', header), ...chunk('IDAT', packed), ...chunk('IEND')]);
}

function chunk(type: string, content: Uint8Array = new Uint8Array()): readonly Uint8Array[] {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(zlib.crc32(named));
  return [length, named, checksum];
}
