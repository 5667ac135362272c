import { PALETTE_COLOUR, type PngParts } from '../../core/codec/picture/png.ts';
import { DamagedPng, type Row, rowsOf } from './png-rows.ts';

/** Writes the pixels of a row, four bytes each, into the place that is theirs in a buffer. */
export type WriteRow = (row: Row, to: Uint8Array, at: (column: number) => number) => void;

/** The pixels of a PNG, four bytes each: red, green, blue, and how opaque; null where its data are damaged. */
export async function pixelsOf(parts: PngParts): Promise<Uint8Array | null> {
  const pixels = new Uint8Array(parts.widthPx * parts.heightPx * 4);
  const write = colourWriter(parts);
  const isSound = await eachRow(parts, (row) => {
    const { left, across } = row.pass;
    const first = (row.y * parts.widthPx + left) * 4;
    write(row, pixels, (column) => first + column * across * 4);
  });
  return isSound ? pixels : null;
}

/** Goes through the rows of a PNG; false where its data are damaged, after the rows before that. */
export async function eachRow(parts: PngParts, work: (row: Row) => void | Promise<void>): Promise<boolean> {
  try {
    for await (const row of rowsOf(parts)) {
      const working = work(row);
      // Most rows are done at once: waiting for each would take longer than the work.
      if (working) await working;
    }
    return true;
  } catch (error) {
    if (error instanceof DamagedPng) return false;
    throw error;
  }
}

/** What puts the colours of a row into pixels: red, green, blue, and how opaque. */
export function colourWriter(parts: PngParts): WriteRow {
  return parts.colourType === PALETTE_COLOUR ? paletteWriter(parts) : sampleWriter(parts);
}

function paletteWriter({ bits, palette, transparency }: PngParts): WriteRow {
  return ({ samples, width }, pixels, at) => {
    for (let column = 0; column < width; column += 1) {
      const number = sampleAt(samples, column, bits);
      const to = at(column);
      // A number beyond the palette is opaque black, as browsers have it.
      for (let part = 0; part < 3; part += 1) pixels[to + part] = palette[number * 3 + part] ?? 0;
      pixels[to + 3] = transparency?.[number] ?? 255;
    }
  };
}

function sampleWriter({ bits, samples, transparency }: PngParts): WriteRow {
  const hasAlpha = samples === 2 || samples === 4;
  const colours = hasAlpha ? samples - 1 : samples;
  const clear = hasAlpha || !transparency ? null : clearSamples(transparency, samples);
  const scale = 255 / (2 ** bits - 1);
  return ({ samples: line, width }, pixels, at) => {
    for (let column = 0; column < width; column += 1) {
      const from = column * samples;
      const to = at(column);
      let isClear = clear !== null;
      for (let part = 0; part < 3; part += 1) {
        const own = part < colours ? part : colours - 1;
        const sample = sampleAt(line, from + own, bits);
        pixels[to + part] = Math.round(sample * scale);
        isClear &&= clear?.[own] === sample;
      }
      const alpha = hasAlpha ? Math.round(sampleAt(line, from + colours, bits) * scale) : 255;
      pixels[to + 3] = isClear ? 0 : alpha;
    }
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
