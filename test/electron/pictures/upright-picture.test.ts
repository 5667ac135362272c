import { expect, test } from 'vitest';
import { pngParts } from '../../../core/codec/picture/png.ts';
import { pixelsOf } from '../../../electron/pictures/png-pixels.ts';
import { uprightPicture } from '../../../electron/pictures/upright-picture.ts';
import { PngWriter } from '../../../electron/pictures/write-png.ts';
import { turnedJpeg } from '../../../scripts/attack/fuzz/sound-jpeg.ts';
import { granted } from '../../support/plan-builder.ts';

/** A grey PNG of two by two pixels, 1 2 over 3 4, in the form that is kept. */
async function bare(): Promise<Uint8Array> {
  const writer = new PngWriter(2, 2, 1);
  await writer.row(Uint8Array.of(1, 2));
  await writer.row(Uint8Array.of(3, 4));
  return writer.end();
}

const EXIF = [
  ...Buffer.from('MM'),
  0,
  42,
  0,
  0,
  0,
  8,
  0,
  1,
  1,
  0x12,
  0,
  3,
  0,
  0,
  0,
  1,
  0,
  6,
  0,
  0,
  0,
  0,
  0,
  0,
];

/** The same with a chunk behind its header; what may be left out has a checksum that nobody looks at. */
async function withChunk(type: string, content: readonly number[]): Promise<Uint8Array> {
  const bytes = await bare();
  const chunk = [0, 0, 0, content.length, ...Buffer.from(type), ...content, 0, 0, 0, 0];
  return Uint8Array.from([...bytes.subarray(0, 33), ...chunk, ...bytes.subarray(33)]);
}

test.each<[string, () => Promise<Uint8Array>]>([
  ['gamma', () => withChunk('gAMA', [0, 0, 0, 1])],
  ['a text', () => withChunk('tEXt', [...Buffer.from('Author\0Someone')])],
  ['something behind its end', async () => Uint8Array.from([...(await bare()), 1, 2, 3])],
])('a PNG with %s is kept without', async (_name, made) => {
  expect(granted(await uprightPicture(await made())).bytes).toEqual(await bare());
});

test('a PNG that says how it is to be turned is turned', async () => {
  const upright = granted(await uprightPicture(await withChunk('eXIf', EXIF)));
  const parts = pngParts(upright.bytes);
  const pixels = parts && (await pixelsOf(parts));
  expect(pixels?.filter((_, at) => at % 4 === 0)).toEqual(Uint8Array.of(3, 1, 4, 2));
});

test('nothing that a photograph says beside its pixels is kept', async () => {
  const jpeg = turnedJpeg(1);
  const comment = [0xff, 0xfe, 0, 6, ...Buffer.from('here')];
  const bytes = Uint8Array.from([...jpeg.subarray(0, 2), ...comment, ...jpeg.subarray(2), 7, 7]);
  const text = Buffer.from(granted(await uprightPicture(bytes)).bytes).toString('latin1');
  expect([text.includes('Exif'), text.includes('here'), text.endsWith('\u00ff\u00d9')]).toEqual([
    false,
    false,
    true,
  ]);
});
