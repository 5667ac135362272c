import { expect, test } from 'vitest';
import { jpegSegments, readJpegFrame } from '../../../../core/codec/picture/jpeg.ts';
import { plainJpeg } from '../../../../core/codec/picture/plain-jpeg.ts';
import { generatedJpeg } from '../../../support/pictures/generated-jpeg.ts';
import { granted } from '../../../support/plan-builder.ts';

const form = {
  widthPx: 32,
  heightPx: 32,
  colours: 'ycbcr',
  sampling: [2, 2],
  isProgressive: false,
  restarts: 0,
  orientation: 0,
} as const;

/** The same bytes, but that its luma is said to be sampled otherwise. */
function sampled(factors: number): Uint8Array {
  const bytes = generatedJpeg(form);
  const frame = jpegSegments(bytes).find(({ marker }) => marker === 0xc0);
  if (!frame) throw new Error('The picture has no frame.');
  bytes[frame.at + 11] = factors;
  return bytes;
}

const plain = (bytes: Uint8Array) => {
  const frame = readJpegFrame(bytes);
  return frame && plainJpeg(bytes, granted(frame));
};

test('a sampling that every reader knows is kept, another one is not', () => {
  for (const factors of [0x11, 0x12, 0x21, 0x22]) expect(plain(sampled(factors))).not.toBeNull();
  for (const factors of [0x41, 0x14, 0x42, 0x31]) expect(plain(sampled(factors))).toBeNull();
});
