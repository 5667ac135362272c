import zlib from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** By bytes a pixel: grey, red green and blue, the three with opacity. */
const COLOUR_TYPES = { 1: 0, 3: 2, 4: 6 } as const;
const UP = 2;

export type Channels = keyof typeof COLOUR_TYPES;

/** Packs rows of eight-bit samples into the form of PNG that every reader gets right: no palette, row after row. */
export class PngWriter {
  readonly #header: Buffer;
  readonly #deflate = zlib.createDeflate({ chunkSize: 64 * 1024 });
  readonly #packed: Buffer[] = [];
  readonly #ended: Promise<unknown>;
  #above: Uint8Array;

  constructor(widthPx: number, heightPx: number, channels: Channels) {
    this.#header = Buffer.alloc(13);
    this.#header.writeUInt32BE(widthPx, 0);
    this.#header.writeUInt32BE(heightPx, 4);
    this.#header.set([8, COLOUR_TYPES[channels]], 8);
    this.#above = new Uint8Array(widthPx * channels);
    this.#deflate.on('data', (chunk: Buffer) => this.#packed.push(chunk));
    this.#ended = new Promise((resolve, reject) => this.#deflate.once('end', resolve).once('error', reject));
  }

  /** Adds the next row, a copy of it; the promise is to be waited for where there is one. */
  row(samples: Uint8Array): Promise<unknown> | undefined {
    const line = Buffer.allocUnsafe(samples.length + 1);
    line[0] = UP;
    const above = this.#above;
    for (let at = 0; at < samples.length; at += 1) line[at + 1] = (samples[at] ?? 0) - (above[at] ?? 0);
    above.set(samples);
    if (this.#deflate.write(line)) return undefined;
    return new Promise((resolve) => this.#deflate.once('drain', resolve));
  }

  async end(): Promise<Uint8Array> {
    this.#deflate.end();
    await this.#ended;
    const parts = [chunk('IHDR', [this.#header]), chunk('IDAT', this.#packed), chunk('IEND', [])].flat();
    return new Uint8Array(Buffer.concat([SIGNATURE, ...parts]));
  }
}

function chunk(type: string, content: readonly Uint8Array[]): readonly Uint8Array[] {
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const name = Buffer.from(type, 'latin1');
  length.writeUInt32BE(content.reduce((sum, part) => sum + part.length, 0));
  const sum = content.reduce((before, part) => zlib.crc32(part, before), zlib.crc32(name));
  checksum.writeUInt32BE(sum);
  return [length, name, ...content, checksum];
}
