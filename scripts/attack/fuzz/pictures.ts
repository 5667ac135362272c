import zlib from 'node:zlib';
import type { Random } from '../../../core/reference/random.ts';
import { among, joined, mutatedBytes } from './mutate.ts';
import { anyForm, type Chunk, soundPng } from './sound-png.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const SIDES = { width: 4, height: 2 };

function u32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

/** A chunk as it is written; `isTrue` is whether its checksum is. */
function written({ type, content }: Chunk, isTrue = true): Uint8Array {
  const named = joined(Buffer.from(type, 'latin1'), content);
  return joined(u32(content.length), named, u32(isTrue ? zlib.crc32(named) : 7));
}

/** A PNG of its chunks. */
export function pngOf(chunks: readonly Chunk[]): Uint8Array {
  return joined(SIGNATURE, ...chunks.map((chunk) => written(chunk)));
}

const types = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'aaaa'];

/** What may be done to the chunk at a place. */
const surgeries: readonly ((chunks: Chunk[], at: number, random: Random) => void)[] = [
  (chunks, at) => alter(chunks, at, () => ({ content: new Uint8Array() })),
  (chunks, at, random) =>
    alter(chunks, at, ({ content }) => ({ content: content.subarray(0, random.below(14)) })),
  (chunks, at, random) => alter(chunks, at, ({ content }) => ({ content: mutatedBytes(content, random) })),
  (chunks, at, random) => alter(chunks, at, () => ({ type: among(types, random) })),
  (chunks, at) => void chunks.splice(at, 1),
  (chunks, at, random) => void chunks.splice(random.below(chunks.length), 0, ...chunks.slice(at, at + 1)),
  (chunks, at) => void chunks.splice(at + 1),
];

function alter(chunks: Chunk[], at: number, change: (chunk: Chunk) => Partial<Chunk>): void {
  const chunk = chunks[at];
  if (chunk) chunks[at] = { ...chunk, ...change(chunk) };
}

/** A PNG of any form whose chunks are sound ones that were emptied, cut, doubled, exchanged or filled with something else. */
export function hostilePng(random: Random): Uint8Array {
  const chunks = [...soundPng(anyForm(SIDES, random), random).chunks];
  // Of a length that belongs to other types of colour.
  if (random.below(12) === 0)
    chunks.splice(1, 0, { type: 'tRNS', content: new Uint8Array(among([1, 2, 6, 300], random)) });
  for (let left = random.below(3); left > 0 && chunks.length > 0; left -= 1) {
    among(surgeries, random)(chunks, random.below(chunks.length), random);
  }
  const bytes = joined(SIGNATURE, ...chunks.map((chunk) => written(chunk, random.below(30) > 0)));
  return random.below(3) === 0 ? mutatedBytes(bytes, random) : bytes;
}

const segment = (marker: number, ...content: readonly number[]) =>
  Uint8Array.of(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255, ...content);
const EXIF = [...Buffer.from('Exif\0\0MM'), 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];

/** A JPEG whose segments are sound ones that were left out, doubled, exchanged or changed. */
export function hostileJpeg(random: Random): Uint8Array {
  const parts = [
    Uint8Array.of(0xff, 0xd8),
    segment(0xe1, ...EXIF),
    segment(0xdb, 0, ...Array(64).fill(1)),
    segment(among([0xc0, 0xc1, 0xc2, 0xc3, 0xc9], random), 8, 0, 2, 0, 4, 1, 1, 0x11, 0),
    segment(0xda, 1, 1, 0, 0, 63, 0),
    Uint8Array.of(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56),
    Uint8Array.of(0xff, 0xd9),
  ];
  for (let left = random.below(3); left > 0; left -= 1) {
    const at = 1 + random.below(parts.length - 1);
    const way = random.below(3);
    if (way === 0) parts.splice(at, 1);
    else if (way === 1) parts.splice(at, 0, among(parts, random));
    else parts.splice(at, 0, new Uint8Array(random.below(5)).fill(0xff));
    if (parts.length < 2) break;
  }
  const bytes = joined(...parts);
  return random.below(2) === 0 ? mutatedBytes(bytes, random) : bytes;
}
