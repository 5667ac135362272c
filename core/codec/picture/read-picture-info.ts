import { err, type Result } from '../../result.ts';
import { readJpeg, readJpegFrame } from './jpeg.ts';
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

const PRINTING_COLOURS = 4;

/** The same of a picture that is drawn: what not every output can draw is refused as well. */
export function readNewPicture(bytes: Uint8Array): Result<PictureInfo, PictureError> {
  const read = readPictureInfo(bytes);
  const frame = read.ok ? readJpegFrame(bytes) : null;
  if (!frame?.ok) return read;
  if (!frame.value.hasTables) return err(withoutTables);
  return frame.value.components === PRINTING_COLOURS ? err(printingColours) : read;
}

const withoutTables: PictureError = {
  reason: 'damaged',
  message:
    'is damaged: the tables to decode it with are missing. Save it again as an ordinary JPEG or as PNG.',
};

const printingColours: PictureError = {
  reason: 'unknown-form',
  message: 'has the four colours of printing (CMYK), which not every output can draw. Save it again in RGB.',
};
