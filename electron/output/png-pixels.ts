import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { PALETTE_COLOUR, type PngParts } from '../../core/codec/picture/png.ts';

const inflate = promisify(zlib.inflate);

type Pass = { readonly left: number; readonly top: number; readonly across: number; readonly down: number };
/** The rows of a pass as they lie in the data, one after the other, each behind the byte of its filter. */
type Rows = Pass & { readonly width: number; readonly count: number; readonly bytes: number };

const pass = (left: number, top: number, across: number, down: number): Pass => ({ left, top, across, down });
const WHOLE = [pass(0, 0, 1, 1)];
// First column and row, and the step to the next, of each pass (PNG, third edition, 8.1).
const INTERLACED = [
  ...[pass(0, 0, 8, 8), pass(4, 0, 8, 8), pass(0, 4, 4, 8), pass(2, 0, 4, 4)],
  ...[pass(0, 2, 2, 4), pass(1, 0, 2, 2), pass(0, 1, 1, 2)],
];

function rowsOf({ widthPx, heightPx, bits, samples, isInterlaced }: PngParts): readonly Rows[] {
  return (isInterlaced ? INTERLACED : WHOLE).flatMap((each): Rows[] => {
    const width = Math.ceil((widthPx - each.left) / each.across);
    const count = Math.ceil((heightPx - each.top) / each.down);
    const bytes = Math.ceil((width * bits * samples) / 8);
    return width > 0 && count > 0 ? [{ ...each, width, count, bytes }] : [];
  });
}

const LAST_FILTER = 4;

/** The rows of a PNG still filtered, or null where its data do not hold all that the header promises. */
export async function filteredRows(parts: PngParts): Promise<Uint8Array | null> {
  const rows = rowsOf(parts);
  const expected = rows.reduce((sum, { count, bytes }) => sum + count * (1 + bytes), 0);
  const filtered = await unpacked(parts.data, expected);
  if (filtered?.length !== expected) return null;
  let at = 0;
  for (const { count, bytes } of rows) {
    for (let row = 0; row < count; row += 1, at += 1 + bytes) {
      if ((filtered[at] ?? 0) > LAST_FILTER) return null;
    }
  }
  return filtered;
}

async function unpacked(data: readonly Uint8Array[], expected: number): Promise<Uint8Array | null> {
  try {
    return await inflate(Buffer.concat(data), { maxOutputLength: expected + 1 });
  } catch (error) {
    // Whatever zlib has to say of bytes that are none of its own, they are damaged.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** The pixels of a PNG, four bytes each: red, green, blue, and how opaque; null where its data are damaged. */
export async function pixelsOf(parts: PngParts): Promise<Uint8Array | null> {
  const filtered = await filteredRows(parts);
  if (!filtered) return null;
  const { widthPx, heightPx, bits, samples } = parts;
  const pixels = new Uint8Array(widthPx * heightPx * 4);
  const step = Math.max((bits * samples) >> 3, 1);
  const write = colourWriter(parts, pixels);
  let at = 0;
  for (const { left, top, across, down, width, count, bytes } of rowsOf(parts)) {
    let above: Uint8Array = new Uint8Array(bytes);
    for (let row = 0; row < count; row += 1, at += 1 + bytes) {
      const line = filtered.subarray(at + 1, at + 1 + bytes);
      unfilter(line, above, { filter: filtered[at] ?? 0, step });
      for (let column = 0; column < width; column += 1) {
        write(line, column, (top + row * down) * widthPx + left + column * across);
      }
      above = line;
    }
  }
  return pixels;
}

type Filter = { readonly filter: number; readonly step: number };

/** Makes the bytes of a row what they were before they were filtered (PNG, third edition, 9.2). */
function unfilter(line: Uint8Array, above: Uint8Array, { filter, step }: Filter): void {
  if (filter === 0) return;
  // Without objects: it runs for every byte of a picture.
  const predicted = predictors[filter] ?? paeth;
  for (let at = 0; at < line.length; at += 1) {
    const isFirst = at < step;
    const before = isFirst ? 0 : (line[at - step] ?? 0);
    const beforeOver = isFirst ? 0 : (above[at - step] ?? 0);
    line[at] = (line[at] ?? 0) + predicted(before, above[at] ?? 0, beforeOver);
  }
}

type Predictor = (before: number, over: number, beforeOver: number) => number;

/** Of three neighbours the one that lies nearest to a plane through them. */
function paeth(before: number, over: number, beforeOver: number): number {
  const sum = before + over - beforeOver;
  const toBefore = Math.abs(sum - before);
  const toOver = Math.abs(sum - over);
  const toBoth = Math.abs(sum - beforeOver);
  if (toBefore <= toOver && toBefore <= toBoth) return before;
  return toOver <= toBoth ? over : beforeOver;
}

const predictors: { readonly [filter: number]: Predictor } = {
  1: (before) => before,
  2: (_before, over) => over,
  3: (before, over) => (before + over) >> 1,
  4: paeth,
};

type Write = (line: Uint8Array, column: number, pixel: number) => void;

/** What puts the colour of one column of a row into a pixel. */
function colourWriter(parts: PngParts, pixels: Uint8Array): Write {
  return parts.colourType === PALETTE_COLOUR ? paletteWriter(parts, pixels) : sampleWriter(parts, pixels);
}

function paletteWriter({ bits, palette, transparency }: PngParts, pixels: Uint8Array): Write {
  return (line, column, pixel) => {
    const number = sampleAt(line, column, bits);
    const to = pixel * 4;
    for (let part = 0; part < 3; part += 1) pixels[to + part] = palette[number * 3 + part] ?? 0;
    pixels[to + 3] = transparency?.[number] ?? 255;
  };
}

function sampleWriter({ bits, samples, transparency }: PngParts, pixels: Uint8Array): Write {
  const hasAlpha = samples === 2 || samples === 4;
  const colours = hasAlpha ? samples - 1 : samples;
  const clear = hasAlpha || !transparency ? null : clearSamples(transparency, samples);
  const scale = 255 / (2 ** bits - 1);
  return (line, column, pixel) => {
    const from = column * samples;
    const to = pixel * 4;
    let isClear = clear !== null;
    for (let part = 0; part < 3; part += 1) {
      const sample = sampleAt(line, from + Math.min(part, colours - 1), bits);
      pixels[to + part] = Math.round(sample * scale);
      isClear &&= clear?.[Math.min(part, colours - 1)] === sample;
    }
    const alpha = hasAlpha ? Math.round(sampleAt(line, from + colours, bits) * scale) : 255;
    pixels[to + 3] = isClear ? 0 : alpha;
  };
}

/** The samples of the one colour that is transparent, or null where it is cut short (PNG, third edition, 11.3.1.1). */
function clearSamples(transparency: Uint8Array, samples: number): readonly number[] | null {
  if (transparency.length < samples * 2) return null;
  return Array.from({ length: samples }, (_, index) => sampleAt(transparency, index, 16));
}

/** A sample of a row by its number, of 1 to 16 bits. */
function sampleAt(line: Uint8Array, number: number, bits: number): number {
  if (bits === 8) return line[number] ?? 0;
  if (bits === 16) return ((line[number * 2] ?? 0) << 8) | (line[number * 2 + 1] ?? 0);
  const first = number * bits;
  return ((line[first >> 3] ?? 0) >> (8 - bits - (first & 7))) & (2 ** bits - 1);
}
