import { Readable } from 'node:stream';
import zlib from 'node:zlib';
import type { PngParts } from '../../core/codec/picture/png.ts';

/** First column and row of a pass, and the steps to the next ones. */
export type Pass = {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
};

/** A row as it was before it was filtered: its samples packed, and the pixels that they belong to. */
export type Row = {
  readonly samples: Uint8Array;
  readonly pass: Pass;
  /** Of the whole picture, from the top. */
  readonly y: number;
  /** Pixels in it. */
  readonly width: number;
};

const pass = (left: number, top: number, across: number, down: number): Pass => ({ left, top, across, down });
const WHOLE = [pass(0, 0, 1, 1)];
// First column and row, and the step to the next, of each pass (PNG, third edition, 8.1).
const INTERLACED = [
  ...[pass(0, 0, 8, 8), pass(4, 0, 8, 8), pass(0, 4, 4, 8), pass(2, 0, 4, 4)],
  ...[pass(0, 2, 2, 4), pass(1, 0, 2, 2), pass(0, 1, 1, 2)],
];

const CHUNK_BYTES = 256 * 1024;

/** Thrown where the data of a PNG are none, or hold more or less than its header promises. */
export class DamagedPng extends Error {}

/** The rows of a PNG one after the other, pass by pass; a row is only good until the next one is asked for. */
export async function* rowsOf(parts: PngParts): AsyncGenerator<Row> {
  const { widthPx, heightPx, bits, samples: each } = parts;
  const bytes = new Unpacked(parts.data);
  const step = Math.max((bits * each) >> 3, 1);
  for (const one of parts.isInterlaced ? INTERLACED : WHOLE) {
    const width = Math.ceil((widthPx - one.left) / one.across);
    const length = Math.ceil((width * bits * each) / 8);
    if (width <= 0) continue;
    let [samples, above] = [new Uint8Array(length), new Uint8Array(length)];
    for (let y = one.top; y < heightPx; y += one.down) {
      const filter = bytes.hasWhole(length + 1) ? bytes.take() : await bytes.more(length + 1);
      bytes.into(samples);
      unfilter(samples, above, { filter, step });
      yield { samples, pass: one, y, width };
      [samples, above] = [above, samples];
    }
  }
  await bytes.end();
}

/** Packed data as bytes that are unpacked when they are asked for. */
class Unpacked {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(data: readonly Uint8Array[]) {
    const inflate = zlib.createInflate({ chunkSize: CHUNK_BYTES });
    const packed = Readable.from(
      data.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)),
    );
    // What is wrong with the data is heard where they are unpacked.
    this.#chunks = packed.pipe(inflate)[Symbol.asyncIterator]();
  }

  hasWhole(bytes: number): boolean {
    return this.#held.length - this.#at >= bytes;
  }

  /** Waits for so many bytes and takes the first of them. */
  async more(bytes: number): Promise<number> {
    const waiting = [this.#held.subarray(this.#at)];
    for (let length = this.#held.length - this.#at; length < bytes; ) {
      const chunk = await this.#next();
      if (!chunk) throw new DamagedPng();
      waiting.push(chunk);
      length += chunk.length;
    }
    this.#held = Buffer.concat(waiting);
    this.#at = 0;
    return this.take();
  }

  take(): number {
    this.#at += 1;
    return this.#held[this.#at - 1] ?? 0;
  }

  into(target: Uint8Array): void {
    target.set(this.#held.subarray(this.#at, this.#at + target.length));
    this.#at += target.length;
  }

  /** Nothing may follow: a header that lies is one of less as well. */
  async end(): Promise<void> {
    if (this.hasWhole(1) || (await this.#next())) throw new DamagedPng();
  }

  async #next(): Promise<Buffer | null> {
    try {
      const { value, done } = await this.#chunks.next();
      return done ? null : value;
    } catch (error) {
      // Whatever zlib has to say of bytes that are none of its own, they are damaged.
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
        throw new DamagedPng();
      throw error;
    }
  }
}

type Filter = { readonly filter: number; readonly step: number };

/** Makes the bytes of a row what they were before they were filtered (PNG, third edition, 9.2). */
function unfilter(line: Uint8Array, above: Uint8Array, { filter, step }: Filter): void {
  if (filter === 0) return;
  const apply = filters[filter];
  if (!apply) throw new DamagedPng();
  apply(line, above, step);
}

/** Works in place. Loops of their own: they run for every byte of a picture. */
const filters: { readonly [filter: number]: (line: Uint8Array, above: Uint8Array, step: number) => void } = {
  1: (line, _above, step) => {
    for (let at = step; at < line.length; at += 1) line[at] = (line[at] ?? 0) + (line[at - step] ?? 0);
  },
  2: (line, above) => {
    for (let at = 0; at < line.length; at += 1) line[at] = (line[at] ?? 0) + (above[at] ?? 0);
  },
  3: (line, above, step) => {
    for (let at = 0; at < line.length; at += 1) {
      const before = at < step ? 0 : (line[at - step] ?? 0);
      line[at] = (line[at] ?? 0) + ((before + (above[at] ?? 0)) >> 1);
    }
  },
  4: (line, above, step) => {
    for (let at = 0; at < line.length; at += 1) {
      const isFirst = at < step;
      const before = isFirst ? 0 : (line[at - step] ?? 0);
      const beforeOver = isFirst ? 0 : (above[at - step] ?? 0);
      line[at] = (line[at] ?? 0) + paeth(before, above[at] ?? 0, beforeOver);
    }
  },
};

/** Of three neighbours the one that lies nearest to a plane through them. */
function paeth(before: number, over: number, beforeOver: number): number {
  const sum = before + over - beforeOver;
  const toBefore = Math.abs(sum - before);
  const toOver = Math.abs(sum - over);
  const toBoth = Math.abs(sum - beforeOver);
  if (toBefore <= toOver && toBefore <= toBoth) return before;
  return toOver <= toBoth ? over : beforeOver;
}
