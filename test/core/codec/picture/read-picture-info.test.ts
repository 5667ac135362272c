import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJpegFrame } from '../../../../core/codec/picture/jpeg.ts';
import { readNewPicture, readPictureInfo } from '../../../../core/codec/picture/read-picture-info.ts';
import { jpegWithoutTables, printingJpeg, turnedJpeg } from '../../../../scripts/attack/fuzz/sound-jpeg.ts';

const u16 = (value: number) => [(value >> 8) & 255, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const text = (value: string) => [...value].map((letter) => letter.charCodeAt(0));
const chunk = (type: string, body: number[]) => {
  const content = [...text(type), ...body];
  return [...u32(body.length), ...content, ...u32(crc32(Uint8Array.from(content)))];
};

function png(width: number, height: number): Uint8Array {
  const header = [...u32(width), ...u32(height), 8, 2, 0, 0, 0];
  const signature = [0x89, ...text('PNG\r\n'), 0x1a, 0x0a];
  return Uint8Array.from([
    ...signature,
    ...chunk('IHDR', header),
    ...chunk('IDAT', [1, 2, 3]),
    ...chunk('IEND', []),
  ]);
}

const segment = (marker: number, body: number[]) => [0xff, marker, ...u16(body.length + 2), ...body];
const SHORT = 3;
const orientationEntry = (value: number, type: number) => [
  ...[...u16(0x0112), ...u16(type), ...u32(1), ...u16(value)],
  ...[0, 0],
];
const exif = (orientation: number, type: number) =>
  segment(0xe1, [
    ...text('Exif'),
    ...[0, 0],
    ...text('MM'),
    ...u16(42),
    ...u32(8),
    ...u16(1),
    ...orientationEntry(orientation, type),
  ]);

type Jpeg = { width: number; height: number; orientation?: number; entryType?: number; frame?: number };

function jpeg({ width, height, orientation, entryType = SHORT, frame = 0xc0 }: Jpeg): Uint8Array {
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...(orientation === undefined ? [] : exif(orientation, entryType)),
    ...segment(frame, [8, ...u16(height), ...u16(width), 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    ...[0xff, 0xd9],
  ]);
}

const reasonOf = (bytes: Uint8Array) => {
  const read = readPictureInfo(bytes);
  return read.ok ? null : read.error.reason;
};

describe('readPictureInfo', () => {
  test('takes a PNG and a JPEG by their content', () => {
    expect(readPictureInfo(png(3047, 1717))).toEqual({
      ok: true,
      value: { mediaType: 'image/png', widthPx: 3047, heightPx: 1717 },
    });
    expect(readPictureInfo(jpeg({ width: 640, height: 480, frame: 0xc2 }))).toEqual({
      ok: true,
      value: { mediaType: 'image/jpeg', widthPx: 640, heightPx: 480 },
    });
  });

  test.each([1, 2, 3, 4])('keeps the sides of a photograph of orientation %i', (orientation) => {
    const read = readPictureInfo(jpeg({ width: 640, height: 480, orientation }));
    expect(read.ok && [read.value.widthPx, read.value.heightPx]).toEqual([640, 480]);
  });

  test.each([5, 6, 7, 8])('exchanges the sides of a photograph of orientation %i', (orientation) => {
    const read = readPictureInfo(jpeg({ width: 640, height: 480, orientation }));
    expect(read.ok && [read.value.widthPx, read.value.heightPx]).toEqual([480, 640]);
  });

  test('keeps the sides of a photograph whose orientation is none', () => {
    for (const unknown of [{ orientation: 0 }, { orientation: 9 }, { orientation: 6, entryType: 4 }]) {
      const read = readJpegFrame(jpeg({ width: 640, height: 480, ...unknown }));
      expect(read?.ok && read.value.orientation).toBe(1);
    }
  });

  test('refuses what is no picture, with what to do', () => {
    const read = readPictureInfo(Uint8Array.from(text('GIF89a')));
    expect(read).toEqual({
      ok: false,
      error: {
        reason: 'not-a-picture',
        message: 'is not a picture this program reads. Choose a PNG or a JPEG file.',
      },
    });
    expect(reasonOf(new Uint8Array())).toBe('not-a-picture');
  });

  test('refuses a picture cut off anywhere', () => {
    for (const whole of [png(20, 10), jpeg({ width: 20, height: 10, orientation: 6 })]) {
      for (let length = 9; length < whole.length; length += 1) {
        expect([length, reasonOf(whole.subarray(0, length))]).toEqual([length, 'truncated']);
      }
    }
  });

  test('refuses a PNG in which any byte of a part it needs was changed', () => {
    const whole = png(20, 10);
    const chunks = [8, 33, 48].map((start, at) => [start + 4, [33, 48, 60][at] ?? 0] as const);
    for (const [start, end] of chunks) {
      for (let at = start + 4; at < end; at += 1) {
        const changed = whole.slice();
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect([at, reasonOf(changed)]).toEqual([at, 'damaged']);
      }
    }
  });

  test('does not mind a changed remark in a PNG', () => {
    const whole = [...png(20, 10)];
    const remark = chunk('tEXt', text('Title')).with(-1, 7);
    expect(reasonOf(Uint8Array.from([...whole.slice(0, 33), ...remark, ...whole.slice(33)]))).toBe(null);
  });

  test('refuses a JPEG that browsers do not decode', () => {
    expect(reasonOf(jpeg({ width: 20, height: 10, frame: 0xc3 }))).toBe('unknown-form');
    expect(reasonOf(jpeg({ width: 20, height: 0 }))).toBe('unknown-form');
  });

  test('refuses a side over 16,384 pixels and takes one of exactly that', () => {
    expect(reasonOf(png(16_385, 10))).toBe('side-too-long');
    expect(reasonOf(png(10, 16_384))).toBe(null);
  });

  test('refuses more than 120 megapixels and takes exactly that many', () => {
    expect(reasonOf(png(12_000, 10_001))).toBe('too-many-pixels');
    expect(reasonOf(png(12_000, 10_000))).toBe(null);
  });

  test('never throws, whatever is changed in the bytes', () => {
    const whole = fc.constantFrom(png(20, 10), jpeg({ width: 20, height: 10, orientation: 6 }));
    const changes = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 6 });
    const property = fc.property(whole, changes, (bytes, list) => {
      const broken = bytes.slice();
      for (const [at, value] of list) broken[at % broken.length] = value;
      const read = readPictureInfo(broken);
      expect(read.ok ? read.value.widthPx > 0 : read.error.message.endsWith('.')).toBe(true);
    });
    fc.assert(property, { seed: 20261124, numRuns: 2000 });
  });
});

describe('a PNG whose header is none', () => {
  const signature = [0x89, ...text('PNG\r\n'), 0x1a, 0x0a];
  const header = (...end: number[]) => chunk('IHDR', [...u32(9), ...u32(9), ...end]);
  const pixels = chunk('IDAT', [1, 2, 3]);
  const closing = chunk('IEND', []);
  const palette = (count: number) => chunk('PLTE', Array(count).fill(7));
  const reason = (...chunks: number[][]) => reasonOf(Uint8Array.from([...signature, ...chunks.flat()]));

  test.each([
    ['is empty', chunk('IHDR', [])],
    ['has only its sides', chunk('IHDR', [...u32(9), ...u32(9)])],
    ['goes on', header(8, 2, 0, 0, 0, 0)],
    ['has bits that its colours cannot have', header(4, 2, 0, 0, 0)],
    ['has unknown colours', header(8, 5, 0, 0, 0)],
    ['is packed in another way', header(8, 2, 1, 0, 0)],
    ['has other filters', header(8, 2, 0, 1, 0)],
    ['is interlaced in another way', header(8, 2, 0, 0, 2)],
  ])('%s is refused', (_name, first) => {
    expect(reason(first, pixels, closing)).toBe('unknown-form');
    expect(reason(first, closing)).toBe('unknown-form');
  });

  test('is refused where nothing follows it', () => {
    for (let length = 0; length < 13; length += 1) {
      const bytes = Uint8Array.from([...signature, ...chunk('IHDR', Array(length).fill(1))]);
      expect(['unknown-form', 'truncated']).toContain(reasonOf(bytes));
    }
  });

  test('a second header, and a palette that is late, in parts or too large, are refused', () => {
    const [plain, indexed] = [header(8, 2, 0, 0, 0), header(8, 3, 0, 0, 0)];
    expect(reason(indexed, palette(6), pixels, closing)).toBe(null);
    expect(reason(plain, plain, pixels, closing)).toBe('unknown-form');
    expect(reason(indexed, pixels, closing)).toBe('unknown-form');
    expect(reason(indexed, pixels, palette(6), closing)).toBe('unknown-form');
    expect(reason(indexed, palette(7), pixels, closing)).toBe('unknown-form');
    expect(reason(indexed, palette(771), pixels, closing)).toBe('unknown-form');
  });
});

test('a PNG of unknown colours that is too large is refused for its size', () => {
  const header = chunk('IHDR', [...u32(16_385), ...u32(10), 0, 0, 0, 0, 0]);
  const signature = [0x89, ...text('PNG\r\n'), 0x1a, 0x0a];
  const bytes = [...signature, ...header, ...chunk('IDAT', [0]), ...chunk('IEND', [])];
  expect(reasonOf(Uint8Array.from(bytes))).toBe('side-too-long');
});

describe('a picture that is about to be added', () => {
  test.each([
    ['an ordinary JPEG', turnedJpeg(1), null],
    ['a turned one', turnedJpeg(6), null],
    ['a PNG', png(20, 10), null],
    ['in the colours of printing', printingJpeg(), 'has the four colours of printing (CMYK)'],
    ['without tables', jpegWithoutTables(), 'is damaged: the tables to decode it with are missing.'],
  ])('%s', (_name, bytes, refusal) => {
    const read = readNewPicture(bytes);
    expect(read.ok ? null : read.error.message).toEqual(refusal && expect.stringContaining(refusal));
    // What plans hold already is read as before.
    expect(readPictureInfo(bytes).ok).toBe(true);
  });

  test('is refused for what refuses any picture', () => {
    expect(readNewPicture(png(16_385, 10)).ok).toBe(false);
    expect(readNewPicture(Uint8Array.of(1, 2, 3)).ok).toBe(false);
  });
});
