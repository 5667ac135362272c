import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { uprightPicture } from '../../../electron/pictures/upright-picture.ts';
import { joined } from '../../../scripts/attack/fuzz/mutate.ts';
import { pngOf } from '../../../scripts/attack/fuzz/pictures.ts';
import { generatedJpeg } from '../../support/pictures/generated-jpeg.ts';
import { plainForm } from '../../support/pictures/picture-forms.ts';

type Header = {
  readonly width: number;
  readonly height: number;
  readonly bits?: number;
  readonly colour?: number;
};

/** A grey PNG whose header says something and whose data are those given, four rows of four pixels at first. */
function png(
  { width, height, bits = 8, colour = 0 }: Header,
  data: Uint8Array = zlib.deflateSync(Buffer.alloc(20)),
) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colour], 8);
  return pngOf([
    { type: 'IHDR', content: header },
    { type: 'IDAT', content: data },
    { type: 'IEND', content: new Uint8Array() },
  ]);
}

const size = { width: 4, height: 4 };
const whole = png(size);
const plain = { ...plainForm, widthPx: 53, heightPx: 38 };

/** A JPEG whose frame says other sides than its pixels have. */
function sized(bytes: Uint8Array, { width, height }: Header): Uint8Array {
  const at = bytes.findIndex((byte, index) => byte === 0xff && [0xc0, 0xc2].includes(bytes[index + 1] ?? 0));
  const sides = [height >> 8, height & 255, width >> 8, width & 255];
  return bytes.map((byte, index) => sides[index - at - 5] ?? byte);
}

async function reasonOf(bytes: Uint8Array): Promise<string> {
  const upright = await uprightPicture(bytes);
  if (upright.ok) return 'taken';
  // The rest of one sentence, and what to do, after the name of the file.
  expect(upright.error.message).toMatch(/^[a-z].*[^.]\. [A-Z].*\.$|^[a-z].*\.$/);
  return upright.error.reason;
}

describe('a broken picture is refused', () => {
  test('and a whole one is not', async () => {
    expect(await reasonOf(whole)).toBe('taken');
    expect(await reasonOf(generatedJpeg(plain))).toBe('taken');
  });

  test.each<[string, Uint8Array, string]>([
    ...[1, 5, 7, 255].map((colour): [string, Uint8Array, string] => [
      `of the unknown colours ${colour}`,
      png({ ...size, colour }),
      'unknown-form',
    ]),
    ...[0, 3, 99].map((bits): [string, Uint8Array, string] => [
      `of ${bits} bits`,
      png({ ...size, bits }),
      'unknown-form',
    ]),
    ['without width', png({ ...size, width: 0 }), 'unknown-form'],
    ['without height', png({ ...size, height: 0 }), 'unknown-form'],
    ['higher than its data', png({ ...size, height: 5 }), 'damaged'],
    ['lower than its data', png({ ...size, height: 3 }), 'damaged'],
    ['wider than its data', png({ ...size, width: 5 }), 'damaged'],
    ['of 65,535 by 65,535 pixels and little data', png({ width: 65_535, height: 65_535 }), 'side-too-long'],
    ['of 10,000 by 12,000 pixels and little data', png({ width: 10_000, height: 12_000 }), 'damaged'],
    ['whose data are cut', png(size, zlib.deflateSync(Buffer.alloc(20)).subarray(0, 6)), 'damaged'],
    ['whose data are none', png(size, Buffer.from('none at all')), 'damaged'],
    ['that is cut', whole.subarray(0, whole.length - 13), 'truncated'],
    ['with a wrong checksum', whole.with(-17, (whole.at(-17) ?? 0) ^ 1), 'damaged'],
    ['that is a JPEG without sides', sized(generatedJpeg(plain), { width: 0, height: 0 }), 'unknown-form'],
    [
      'that is a JPEG of 65,535 by 65,535 pixels',
      sized(generatedJpeg(plain), { width: 65_535, height: 65_535 }),
      'side-too-long',
    ],
    [
      'that is a JPEG of 10,000 by 12,000 pixels and little data',
      sized(generatedJpeg(plain), { width: 10_000, height: 12_000 }),
      'damaged',
    ],
    ['that is a JPEG and cut', generatedJpeg(plain).subarray(0, 900), 'truncated'],
  ])('%s', async (_name, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });
});

describe('what would take all memory or time', () => {
  test('data that unpack to much more are read as far as the header says', async () => {
    const packed = await new Promise<Uint8Array>((resolve) => {
      const deflate = zlib.createDeflate({ level: 1 });
      const parts: Buffer[] = [];
      deflate.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
      for (let left = 16; left > 0; left -= 1) deflate.write(Buffer.alloc(4 << 20));
      deflate.end();
    });
    const bomb = png(size, packed);
    const before = process.memoryUsage().rss;
    expect(await reasonOf(bomb)).toBe('damaged');
    expect(process.memoryUsage().rss - before).toBeLessThan(40e6);
  });

  test('a PNG of more parts than any program writes', async () => {
    const empty = Buffer.from(pngOf([{ type: 'IDAT', content: new Uint8Array() }]).subarray(8));
    const many = Buffer.concat(Array<Buffer>(250_001).fill(empty));
    expect(await reasonOf(joined(whole.subarray(0, 33), many, whole.subarray(33)))).toBe('unknown-form');
  });

  test('a JPEG of more scans than any program writes', async () => {
    const bytes = generatedJpeg({ ...plain, isProgressive: true });
    const at = bytes.findIndex((byte, index) => byte === 0xff && bytes[index + 1] === 0xda);
    const end = bytes.findIndex((byte, index) => index > at && byte === 0xff && bytes[index + 1] === 0xda);
    const scan = bytes.subarray(at, end);
    const scans = (count: number) =>
      joined(bytes.subarray(0, at), ...Array<Uint8Array>(count).fill(scan), bytes.subarray(at));
    expect(await reasonOf(scans(190))).not.toBe('unknown-form');
    expect(await reasonOf(scans(200))).toBe('unknown-form');
  });
});
