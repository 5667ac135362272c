import { err, type Result } from '../../result.ts';
import { readJpeg } from './jpeg.ts';
import { type PictureError, type PictureInfo, sizeProblem } from './picture-info.ts';
import { readPng } from './png.ts';

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
  const problem = read.ok ? sizeProblem(read.value) : null;
  return problem ? err(problem) : read;
}
