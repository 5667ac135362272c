import { err, ok, type Result } from '../../result.ts';
import { crc32 } from './crc32.ts';
import { orientationInTiff } from './exif-orientation.ts';
import { damaged, type PictureError, type PictureInfo, sizeProblem, truncated } from './picture-info.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER_BYTES = 13;

const noPng: PictureError = {
  reason: 'unknown-form',
  message: 'begins like a PNG and is none. Save it again as PNG.',
};

// Samples a pixel and how many bits each may have, by the type of colour (PNG, third edition, table 12).
const colourTypes: {
  readonly [type: number]: { readonly samples: number; readonly bits: readonly number[] };
} = {
  0: { samples: 1, bits: [1, 2, 4, 8, 16] },
  2: { samples: 3, bits: [8, 16] },
  3: { samples: 1, bits: [1, 2, 4, 8] },
  4: { samples: 2, bits: [8, 16] },
  6: { samples: 4, bits: [8, 16] },
};
/** Colours that are numbers of a palette. */
export const PALETTE_COLOUR = 3;

// Types of chunks, as the four letters are read as one number.
const IHDR = 0x49484452;
const PLTE = 0x504c5445;
const IDAT = 0x49444154;
const IEND = 0x49454e44;
const TRNS = 0x74524e53;
const EXIF = 0x65584966;
const BARE = [IHDR, IDAT, IEND];
/** Set in the first letter of chunks that the picture can be shown without. */
const ANCILLARY = 0x20000000;

type Chunk = { readonly type: number; readonly at: number; readonly end: number };

/** What the header of a PNG says of its pixels. */
type Header = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bits: number;
  readonly colourType: number;
  readonly samples: number;
  readonly isInterlaced: boolean;
};

/** The chunk that starts at an offset, or null when the bytes end first (PNG, third edition, 5.3). */
function chunkAt(view: DataView, at: number): Chunk | null {
  if (at + 12 > view.byteLength) return null;
  const end = at + 12 + view.getUint32(at);
  return end > view.byteLength ? null : { type: view.getUint32(at + 4), at, end };
}

/** Whether a chunk that the picture cannot be shown without has the content it was written with. */
function isSound(bytes: Uint8Array, view: DataView, { type, at, end }: Chunk): boolean {
  return (type & ANCILLARY) !== 0 || crc32(bytes.subarray(at + 4, end - 4)) === view.getUint32(end - 4);
}

/** The header that the first chunk is, or null when it is none. */
function headerIn(view: DataView, { type, at, end }: Chunk): Header | null {
  if (type !== IHDR || end - at - 12 !== HEADER_BYTES) return null;
  const [widthPx, heightPx] = [view.getUint32(at + 8), view.getUint32(at + 12)];
  const [bits, colour, packing, filter, interlace] = [16, 17, 18, 19, 20].map((byte) =>
    view.getUint8(at + byte),
  ) as [number, number, number, number, number];
  const known = colourTypes[colour];
  if (!known?.bits.includes(bits) || packing !== 0 || filter !== 0 || interlace > 1) return null;
  if (widthPx === 0 || heightPx === 0) return null;
  const { samples } = known;
  return { widthPx, heightPx, bits, samples, colourType: colour, isInterlaced: interlace === 1 };
}

/** What is said of a first chunk that is no header: of a size beyond all limits, that. */
function noHeader(view: DataView, { type, at, end }: Chunk): PictureError {
  if (type !== IHDR || end - at - 12 !== HEADER_BYTES) return noPng;
  return sizeProblem({ widthPx: view.getUint32(at + 8), heightPx: view.getUint32(at + 12) }) ?? noPng;
}

/** What is wrong with the chunks up to the closing one, or null when they are all there and hold pixels. */
function chunkProblem(bytes: Uint8Array, view: DataView, { colourType }: Header): PictureError | null {
  const found = new Set<number>();
  let at = SIGNATURE.length;
  for (let count = 0; count < MOST_CHUNKS; count += 1) {
    const chunk = chunkAt(view, at);
    if (chunk === null) return truncated;
    if (!isSound(bytes, view, chunk)) return damaged;
    if (chunk.type === IEND) return lack(found, colourType);
    if (!isInPlace(chunk, found)) return noPng;
    if ((chunk.type & ANCILLARY) === 0) found.add(chunk.type);
    at = chunk.end;
  }
  return noPng;
}

function lack(found: ReadonlySet<number>, colourType: number): PictureError | null {
  if (colourType === PALETTE_COLOUR && !found.has(PLTE)) return noPng;
  return found.has(IDAT) ? null : truncated;
}

/** Programs write some thousands: of empty ones a small file holds more than fit into memory. */
const MOST_CHUNKS = 250_000;
const MOST_COLOURS = 256;

/** Whether a chunk may follow those that were found: one header, one palette of whole colours before the pixels. */
function isInPlace({ type, at, end }: Chunk, found: ReadonlySet<number>): boolean {
  if (type === IHDR) return found.size === 0;
  if (type !== PLTE) return true;
  const length = end - at - 12;
  const isWhole = length > 0 && length % 3 === 0 && length <= 3 * MOST_COLOURS;
  return isWhole && !found.has(PLTE) && !found.has(IDAT);
}

const isPng = (bytes: Uint8Array) => SIGNATURE.every((byte, at) => bytes[at] === byte);
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The PNG that some bytes are, or null when they do not begin like one. */
export function readPng(bytes: Uint8Array): Result<PictureInfo, PictureError> | null {
  if (!isPng(bytes)) return null;
  const view = viewOf(bytes);
  const first = chunkAt(view, SIGNATURE.length);
  if (first === null) return err(truncated);
  const header = headerIn(view, first);
  if (header === null) return err(isSound(bytes, view, first) ? noHeader(view, first) : damaged);
  const problem = chunkProblem(bytes, view, header);
  if (problem) return err(problem);
  const { widthPx, heightPx } = header;
  return ok({ mediaType: 'image/png', widthPx, heightPx });
}

/** What a PNG is made of, for who decodes it. */
export type PngParts = Header & {
  /** Its packed pixels, in parts. */
  readonly data: readonly Uint8Array[];
  /** Red, green and blue of each colour; empty where there is no palette. */
  readonly palette: Uint8Array;
  /** Which colours are transparent, by the type of colours; null where it says nothing of it. */
  readonly transparency: Uint8Array | null;
  /** How it is to be turned, 1 to 8, as photographs say it. */
  readonly orientation: number;
  /** Nothing but a header, pixels and an end, and nothing behind it. */
  readonly isBare: boolean;
};

/** The parts of a PNG that `readPng` takes; null for what is no PNG. */
export function pngParts(bytes: Uint8Array): PngParts | null {
  const view = viewOf(bytes);
  const first = isPng(bytes) ? chunkAt(view, SIGNATURE.length) : null;
  const header = first && headerIn(view, first);
  if (!first || !header) return null;
  const chunks = chunksFrom(view, first);
  const contents = (type: number) =>
    chunks.filter((chunk) => chunk.type === type).map(({ at, end }) => bytes.subarray(at + 8, end - 4));
  const turn = chunks.findLast(({ type }) => type === EXIF);
  return {
    ...header,
    data: contents(IDAT),
    palette: contents(PLTE).at(-1) ?? new Uint8Array(),
    transparency: contents(TRNS).at(-1) ?? null,
    orientation: (turn && orientationInTiff(view, turn.at + 8, turn.end - 4)) ?? 1,
    isBare: chunks.every(({ type }) => BARE.includes(type)) && chunks.at(-1)?.end === bytes.length,
  };
}

/** All chunks up to the closing one, or to the end of the bytes. */
function chunksFrom(view: DataView, first: Chunk): readonly Chunk[] {
  const chunks = [first];
  for (let chunk = first; chunk.type !== IEND; ) {
    const next = chunkAt(view, chunk.end);
    if (!next) break;
    chunks.push(next);
    chunk = next;
  }
  return chunks;
}
