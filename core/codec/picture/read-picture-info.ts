import { err, ok, type Result } from '../../result.ts';
import { readJpeg } from './jpeg.ts';
import type { PictureError, PictureInfo } from './picture-info.ts';
import { readPng } from './png.ts';

/** Most pixels of a side and in all: beyond them a window cannot draw a picture in one piece. */
const MOST_SIDE_PX = 16_384;
const MOST_MEGAPIXELS = 120;

const count = (value: number) => value.toLocaleString('en-US');

/**
 * What picture some bytes are: PNG or JPEG by their content, whole to their end, a PNG with the content it was
 * written with, and of a size that can be drawn. The name of the file does not count. O(n) in the bytes;
 * nothing is decoded.
 */
export function readPictureInfo(bytes: Uint8Array): Result<PictureInfo, PictureError> {
  const read = readPng(bytes) ?? readJpeg(bytes);
  if (read === null) {
    const message = 'is not a picture this program reads. Choose a PNG or a JPEG file.';
    return err({ reason: 'not-a-picture', message });
  }
  return read.ok ? withinLimits(read.value) : read;
}

function withinLimits(info: PictureInfo): Result<PictureInfo, PictureError> {
  const { widthPx, heightPx } = info;
  const size = `${count(widthPx)} × ${count(heightPx)} pixels`;
  if (Math.max(widthPx, heightPx) > MOST_SIDE_PX) {
    const message = `has ${size}; a side may have ${count(MOST_SIDE_PX)} at most. Make it smaller and try again.`;
    return err({ reason: 'side-too-long', message });
  }
  if (widthPx * heightPx > MOST_MEGAPIXELS * 1e6) {
    const message = `has ${size}; ${MOST_MEGAPIXELS} megapixels are the most. Make it smaller and try again.`;
    return err({ reason: 'too-many-pixels', message });
  }
  return ok(info);
}
