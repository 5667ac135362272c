import zlib from 'node:zlib';
import type { Random } from '../../../core/reference/random.ts';
import { among } from './mutate.ts';

export type Chunk = { readonly type: string; readonly content: Uint8Array };

/** What the header of a PNG says. */
export type PngForm = {
  /** The type of its colours: 0 grey, 2 red, green and blue, 3 of a palette, 4 and 6 the first two with opacity. */
  readonly colour: 0 | 2 | 3 | 4 | 6;
  readonly bits: number;
  readonly isInterlaced: boolean;
  readonly width: number;
  readonly height: number;
};

/** A sound PNG, and what its pixels are. */
export type SoundPng = {
  readonly form: PngForm;
  readonly chunks: readonly Chunk[];
  readonly hasTransparency: boolean;
  /** Four bytes a pixel: red, green, blue, and how opaque. */
  readonly pixels: Uint8Array;
};

const bitsOf = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] } as const;
const samplesOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
const colours = [0, 2, 3, 4, 6] as const;

/** Every type of colour in every depth it may have, row after row and interlaced. */
export const pngForms: readonly Omit<PngForm, 'width' | 'height'>[] = colours.flatMap((colour) =>
  bitsOf[colour].flatMap((bits) => [false, true].map((isInterlaced) => ({ colour, bits, isInterlaced }))),
);

// First column and row, and the step to the next, of each pass (PNG, third edition, 8.1).
const PASSES = [
  ...[[0, 0, 8, 8] as const, [4, 0, 8, 8] as const, [0, 4, 4, 8] as const, [2, 0, 4, 4] as const],
  ...[[0, 2, 2, 4] as const, [1, 0, 2, 2] as const, [0, 1, 1, 2] as const],
];
const WHOLE = [[0, 0, 1, 1] as const];

/**
 * Chance of the form: samples, filter of each row, palette, and which colours are transparent. Squares of `side` pixels
 * are of one colour each.
 */
export function soundPng(form: PngForm, random: Random, side = 1): SoundPng {
  const { colour, bits, width, height } = form;
  const most = 2 ** bits;
  const palette = bytesOf(3 * (colour === 3 ? 1 + random.below(most) : 0), random);
  const range = colour === 3 ? palette.length / 3 : most;
  const count = width * height * samplesOf[colour];
  const chosen = Array.from({ length: count }, () => random.below(range));
  const samples = chosen.map((_, at) => chosen[inSquares(at, form, side)] ?? 0);
  const transparency = random.below(2) === 0 ? null : transparencyOf(form, { samples, range }, random);
  const chunks = [
    { type: 'IHDR', content: headerOf(form) },
    ...(colour === 3 ? [{ type: 'PLTE', content: palette }] : []),
    ...(transparency ? [{ type: 'tRNS', content: transparency }] : []),
    { type: 'IDAT', content: zlib.deflateSync(filteredRows(form, samples, random)) },
    { type: 'IEND', content: new Uint8Array() },
  ];
  const pixels = pixelsOf(form, { samples, palette, transparency });
  return { form, chunks, hasTransparency: transparency !== null, pixels };
}

/** The sample that stands for all of its square: that of the pixel in its upper left corner. */
function inSquares(at: number, { colour, width }: PngForm, side: number): number {
  const one = samplesOf[colour];
  const pixel = Math.floor(at / one);
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  return ((y - (y % side)) * width + x - (x % side)) * one + (at % one);
}

const bytesOf = (count: number, random: Random) =>
  Uint8Array.from({ length: count }, () => random.below(256));

function headerOf({ colour, bits, isInterlaced, width, height }: PngForm): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colour, 0, 0, isInterlaced ? 1 : 0], 8);
  return header;
}

type Drawn = { readonly samples: readonly number[]; readonly range: number };

/** Opacities of the first colours of a palette, or the one colour that is clear: often one that is there. */
function transparencyOf({ colour }: PngForm, { samples, range }: Drawn, random: Random): Uint8Array | null {
  if (colour === 4 || colour === 6) return null;
  if (colour === 3) return bytesOf(1 + random.below(range), random);
  const one = samplesOf[colour];
  const at = random.below(samples.length / one) * one;
  const isThere = random.below(3) > 0;
  const content = Buffer.alloc(2 * one);
  for (let part = 0; part < one; part += 1)
    content.writeUInt16BE(isThere ? (samples[at + part] ?? 0) : random.below(range), 2 * part);
  return content;
}

/** The rows as they lie in the data: each pass's, packed into bits, each with a filter of its own. */
function filteredRows(form: PngForm, samples: readonly number[], random: Random): Uint8Array {
  const { bits, colour, width, height, isInterlaced } = form;
  const step = Math.max(1, (bits * samplesOf[colour]) >> 3);
  const rows: Uint8Array[] = [];
  for (const [left, top, across, down] of isInterlaced ? PASSES : WHOLE) {
    let above: Uint8Array | null = null;
    for (let y = top; y < height && left < width; y += down) {
      const line = packedRow(form, samples, { y, left, across });
      rows.push(filtered(line, above ?? new Uint8Array(line.length), { step, filter: random.below(5) }));
      above = line;
    }
  }
  return Buffer.concat(rows);
}

type Row = { readonly y: number; readonly left: number; readonly across: number };

function packedRow({ bits, colour, width }: PngForm, samples: readonly number[], { y, left, across }: Row) {
  const one = samplesOf[colour];
  let digits = '';
  for (let x = left; x < width; x += across)
    for (let part = 0; part < one; part += 1)
      digits += (samples[(y * width + x) * one + part] ?? 0).toString(2).padStart(bits, '0');
  const bytes = Math.ceil(digits.length / 8);
  const whole = digits.padEnd(bytes * 8, '0');
  return Uint8Array.from({ length: bytes }, (_, at) => Number.parseInt(whole.slice(at * 8, at * 8 + 8), 2));
}

function filtered(line: Uint8Array, above: Uint8Array, { step, filter }: { step: number; filter: number }) {
  const result = new Uint8Array(line.length + 1);
  result[0] = filter;
  for (const [at, byte] of line.entries()) {
    const [before, over, corner] = [line[at - step] ?? 0, above[at] ?? 0, above[at - step] ?? 0];
    const predicted = [0, before, over, Math.floor((before + over) / 2), paeth(before, over, corner)];
    result[at + 1] = byte - (predicted[filter] ?? 0);
  }
  return result;
}

/** The neighbour that is nearest to the sum of two less the third; the earlier of those that are as near. */
function paeth(before: number, over: number, corner: number): number {
  const distances = [before, over, corner].map((value) => Math.abs(before + over - corner - value));
  return [before, over, corner][distances.indexOf(Math.min(...distances))] ?? 0;
}

type Parts = {
  readonly samples: readonly number[];
  readonly palette: Uint8Array;
  readonly transparency: Uint8Array | null;
};

function pixelsOf({ colour, bits, width, height }: PngForm, { samples, palette, transparency }: Parts) {
  const one = samplesOf[colour];
  const clear = transparency && colour !== 3 ? numbersIn(transparency).join() : null;
  const pixel = (index: number): readonly number[] => {
    const own = samples.slice(index * one, (index + 1) * one);
    const [first = 0] = own;
    if (colour === 3) return [...palette.slice(first * 3, first * 3 + 3), transparency?.[first] ?? 255];
    const [grey = 0, ...others] = own.map((sample) => Math.round((sample * 255) / (2 ** bits - 1)));
    const alpha = own.join() === clear ? 0 : 255;
    if (colour === 0) return [grey, grey, grey, alpha];
    if (colour === 4) return [grey, grey, grey, others[0] ?? 0];
    return colour === 2 ? [grey, ...others, alpha] : [grey, ...others];
  };
  return Uint8Array.from(Array.from({ length: width * height }, (_, index) => pixel(index)).flat());
}

function numbersIn(bytes: Uint8Array): readonly number[] {
  const view = Buffer.from(bytes);
  return Array.from({ length: bytes.length / 2 }, (_, at) => view.readUInt16BE(at * 2));
}

/** A form of chance with the given sides. */
export function anyForm(sides: Pick<PngForm, 'width' | 'height'>, random: Random): PngForm {
  return { ...among(pngForms, random), ...sides };
}
