import { type JpegSegment, jpegSegments } from './jpeg.ts';

// Markers of ITU-T T.81, table B.1.
const CODES = 0xc4;
const PROGRESSIVE = 0xc2;
const START_OF_SCAN = 0xda;
const RESTART_INTERVAL = 0xdd;

/** Bytes that may follow the last pixel of a scan: some cameras fill up. */
const MOST_REST = 64;

/** Code of up to 16 bits, read as its first 16, to its length times 256 and its symbol; 0 for no code. */
type Codes = Uint16Array;
type Component = { readonly id: number; readonly across: number; readonly down: number };
type Frame = {
  readonly isProgressive: boolean;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly components: readonly Component[];
};
type Tables = {
  /** Of the first coefficient of a block, then of the others, by number. */
  readonly codes: readonly [Map<number, Codes>, Map<number, Codes>];
  restarts: number;
};

/**
 * Whether the packed pixels of a JPEG that `readJpeg` takes are as many as its frame says, each a code of its tables.
 *
 * Decoders fill what is missing with grey and say nothing. Nothing is computed of the pixels; O(n) in the bytes. Of a
 * progressive picture the scans that only refine are not looked at.
 */
export function hasWholeScans(bytes: Uint8Array): boolean {
  const segments = jpegSegments(bytes);
  const frame = frameIn(bytes, segments);
  if (!frame) return false;
  const tables: Tables = { codes: [new Map(), new Map()], restarts: 0 };
  for (const { marker, at, end } of segments) {
    const content = bytes.subarray(at + 4, end);
    if (marker === CODES && !readCodes(content, tables)) return false;
    if (marker === RESTART_INTERVAL) tables.restarts = u16(content, 0);
    if (marker === START_OF_SCAN && !isWholeScan(bytes.subarray(at + 2, end), frame, tables)) return false;
  }
  return true;
}

const u16 = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

function frameIn(bytes: Uint8Array, segments: readonly JpegSegment[]): Frame | null {
  const found = segments.find(({ marker }) => marker >= 0xc0 && marker <= PROGRESSIVE);
  if (!found) return null;
  const content = bytes.subarray(found.at + 4, found.end);
  const components = Array.from({ length: content[5] ?? 0 }, (_, index) => {
    const [id = 0, factors = 0] = content.subarray(6 + 3 * index);
    return { id, across: factors >> 4, down: factors & 15 };
  });
  const isPossible = components.every(
    ({ across, down }) => across >= 1 && across <= 4 && down >= 1 && down <= 4,
  );
  const [heightPx, widthPx] = [u16(content, 1), u16(content, 3)];
  return isPossible ? { isProgressive: found.marker === PROGRESSIVE, widthPx, heightPx, components } : null;
}

/** Takes over the tables of a segment; false when there are more codes than bits for them (T.81, annex C). */
function readCodes(content: Uint8Array, { codes }: Tables): boolean {
  for (let at = 0; at < content.length; ) {
    const counts = content.subarray(at + 1, at + 17);
    const count = counts.reduce((sum, value) => sum + value, 0);
    if (at + 17 + count > content.length) return false;
    const table = codesOf(counts, content.subarray(at + 17, at + 17 + count));
    const selector = content[at] ?? 0;
    if (!table) return false;
    codes[selector >> 4 === 0 ? 0 : 1].set(selector & 15, table);
    at += 17 + count;
  }
  return true;
}

function codesOf(counts: Uint8Array, symbols: Uint8Array): Codes | null {
  const table = new Uint16Array(65_536);
  let [code, index] = [0, 0];
  for (let bits = 1; bits <= 16; bits += 1) {
    for (let left = counts[bits - 1] ?? 0; left > 0; left -= 1, index += 1) {
      if (code >= 1 << bits) return null;
      const from = code << (16 - bits);
      table.fill((bits << 8) | (symbols[index] ?? 0), from, from + (1 << (16 - bits)));
      code += 1;
    }
    code <<= 1;
  }
  return table;
}

/** Thrown and caught within this file alone: what is read has no more bits, or no such code. */
class EndOfBits extends Error {}

/** The bits of a scan, with the bytes that are stuffed left out; ends at a marker. */
class Bits {
  readonly #bytes: Uint8Array;
  #at: number;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Bytes that were not touched. */
  get rest(): number {
    return this.#bytes.length - this.#at;
  }

  #fill(): void {
    while (this.#count <= 16) {
      const byte = this.#bytes[this.#at];
      const isMarker = byte === 0xff && this.#bytes[this.#at + 1] !== 0;
      if (byte === undefined || isMarker) return;
      this.#at += byte === 0xff ? 2 : 1;
      this.#held = ((this.#held << 8) | byte) & 0xffffff;
      this.#count += 8;
    }
  }

  skip(bits: number): void {
    if (bits > this.#count) this.#fill();
    if (bits > this.#count) throw new EndOfBits();
    this.#count -= bits;
  }

  value(bits: number): number {
    this.skip(bits);
    return (this.#held >> this.#count) & ((1 << bits) - 1);
  }

  symbol(codes: Codes): number {
    if (this.#count < 16) this.#fill();
    const next = this.#count >= 16 ? this.#held >> (this.#count - 16) : this.#held << (16 - this.#count);
    const found = codes[next & 0xffff] ?? 0;
    if (found === 0) throw new EndOfBits();
    this.skip(found >> 8);
    return found & 255;
  }

  /** Goes on behind the next marker, which has to be a restart. */
  restart(): void {
    this.#count = 0;
    while (this.#bytes[this.#at] === 0xff && this.#bytes[this.#at + 1] === 0xff) this.#at += 1;
    const marker = this.#bytes[this.#at + 1] ?? 0;
    if (this.#bytes[this.#at] !== 0xff || marker < 0xd0 || marker > 0xd7) throw new EndOfBits();
    this.#at += 2;
  }
}

type Part = { readonly component: Component; readonly first: Codes | null; readonly others: Codes | null };
type Scan = {
  readonly parts: readonly Part[];
  readonly from: number;
  readonly to: number;
  readonly isRefining: boolean;
};

function scanOf(header: Uint8Array, { components }: Frame, { codes }: Tables): Scan | null {
  const count = header[2] ?? 0;
  const parts = Array.from({ length: count }, (_, index): Part | null => {
    const [id, selectors = 0] = header.subarray(3 + 2 * index);
    const component = components.find((each) => each.id === id);
    if (!component) return null;
    return {
      component,
      first: codes[0].get(selectors >> 4) ?? null,
      others: codes[1].get(selectors & 15) ?? null,
    };
  });
  const known = parts.filter((part) => part !== null);
  if (known.length !== count || count === 0) return null;
  const [from = 0, to = 0, approximation = 0] = header.subarray(3 + 2 * count);
  return { parts: known, from, to: Math.min(to, 63), isRefining: approximation >> 4 !== 0 };
}

function isWholeScan(segment: Uint8Array, frame: Frame, tables: Tables): boolean {
  const scan = scanOf(segment, frame, tables);
  if (!scan) return false;
  if (scan.isRefining) return true;
  const bits = new Bits(segment, u16(segment, 0));
  try {
    const read = blockReader(scan, frame.isProgressive, bits);
    const { units, blocks } = unitsOf(scan, frame);
    for (let unit = 0; unit < units; unit += 1) {
      if (tables.restarts > 0 && unit > 0 && unit % tables.restarts === 0) {
        bits.restart();
        read.restart();
      }
      for (const [part, count] of blocks) for (let left = count; left > 0; left -= 1) read.block(part);
    }
  } catch (error) {
    if (error instanceof EndOfBits) return false;
    throw error;
  }
  return bits.rest <= MOST_REST;
}

/** How often what is coded together comes, and how many blocks of each part are in it (T.81, A.2). */
function unitsOf({ parts }: Scan, { widthPx, heightPx, components }: Frame) {
  const across = Math.max(...components.map((each) => each.across));
  const down = Math.max(...components.map((each) => each.down));
  const [only, ...others] = parts;
  if (only && others.length === 0) {
    const columns = Math.ceil(Math.ceil((widthPx * only.component.across) / across) / 8);
    const rows = Math.ceil(Math.ceil((heightPx * only.component.down) / down) / 8);
    return { units: columns * rows, blocks: [[only, 1]] as const };
  }
  const units = Math.ceil(widthPx / (8 * across)) * Math.ceil(heightPx / (8 * down));
  const blocks = parts.map((part) => [part, part.component.across * part.component.down] as const);
  return { units, blocks };
}

/** The table that a scan names, which may be missing. */
function given(codes: Codes | null): Codes {
  if (codes === null) throw new EndOfBits();
  return codes;
}

type BlockReader = { readonly block: (part: Part) => void; readonly restart: () => void };

function blockReader({ from, to }: Scan, isProgressive: boolean, bits: Bits): BlockReader {
  const [start, end] = isProgressive ? [from, to] : [0, 63];
  /** Blocks that still are said to hold nothing more. */
  let empty = 0;
  const others = (codes: Codes) => {
    for (let at = Math.max(start, 1); at <= end; at += 1) {
      const symbol = bits.symbol(codes);
      const [zeros, size] = [symbol >> 4, symbol & 15];
      if (size === 0 && zeros < 15) {
        // Only progressive pictures say it of several at once (T.81, G.1.2.2).
        empty = (isProgressive ? (1 << zeros) + bits.value(zeros) : 1) - 1;
        return;
      }
      bits.skip(size);
      at += zeros;
      if (at > end) throw new EndOfBits();
    }
  };
  return {
    block: (part) => {
      if (start === 0) {
        bits.skip(Math.min(bits.symbol(given(part.first)), 16));
      }
      if (empty > 0) empty -= 1;
      else if (end > 0) others(given(part.others));
    },
    restart: () => {
      empty = 0;
    },
  };
}
