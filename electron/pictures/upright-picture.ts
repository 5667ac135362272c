import { readJpegFrame } from '../../core/codec/picture/jpeg.ts';
import { hasWholeScans } from '../../core/codec/picture/jpeg-scans.ts';
import type { PictureError, PictureInfo } from '../../core/codec/picture/picture-info.ts';
import { plainJpeg } from '../../core/codec/picture/plain-jpeg.ts';
import { type PngParts, pngParts } from '../../core/codec/picture/png.ts';
import { readNewPicture } from '../../core/codec/picture/read-picture-info.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { uprightPng } from './upright-png.ts';

/** A picture in the one form that every painter embeds as it is, and its size as it is seen. */
export type UprightPicture = PictureInfo & { readonly bytes: Uint8Array };

/**
 * The upright form of a picture, or why it has none.
 *
 * All of it is decoded once, here: what is damaged anywhere is refused. PNG becomes eight bits of grey, colour, or
 * colour with opacity, row after row; JPEG stays as it is without what is beside its pixels, and is written anew at
 * every colour where programs would read it differently. Nothing of profiles, gamma or metadata stays. The upright
 * form of an upright form is the same bytes.
 */
export function uprightPicture(bytes: Uint8Array): Promise<Result<UprightPicture, PictureError>> {
  return upright(bytes, (parts) => parts.orientation);
}

/**
 * The same of a picture that a plan names already, by the size of its record. What a PNG says of its turning is not
 * followed: no version that stored pictures as they came did, and what was drawn over it since lies on it as it is.
 */
export function uprightOfStored(bytes: Uint8Array): Promise<Result<UprightPicture, PictureError>> {
  return upright(bytes, () => UPRIGHT);
}

const UPRIGHT = 1;

async function upright(
  bytes: Uint8Array,
  turnOfPng: (parts: PngParts) => number,
): Promise<Result<UprightPicture, PictureError>> {
  const info = readNewPicture(bytes);
  if (!info.ok) return info;
  const parts = pngParts(bytes);
  const written = parts ? await uprightPng(bytes, parts, turnOfPng(parts)) : await jpegOf(bytes);
  if (written === null) return err(damagedPixels);
  const seen = readNewPicture(written);
  return seen.ok ? ok(withBytes(seen.value, written)) : seen;
}

const damagedPixels: PictureError = {
  reason: 'damaged',
  message:
    'is damaged: its pixels are not all there, or are not what it says. Copy it again from where it came.',
};

function withBytes({ mediaType, widthPx, heightPx }: PictureInfo, bytes: Uint8Array): UprightPicture {
  return { mediaType, widthPx, heightPx, bytes };
}

async function jpegOf(bytes: Uint8Array): Promise<Uint8Array | null> {
  const frame = readJpegFrame(bytes);
  if (!frame?.ok || !hasWholeScans(bytes)) return null;
  const plain = plainJpeg(bytes, frame.value);
  if (plain) return plain;
  const { decodedJpeg, encodedJpeg } = await import('./jpeg-codec.ts');
  const { turned } = await import('./turned.ts');
  const decoded = await decodedJpeg(bytes);
  if (!decoded) return null;
  const encoded = await encodedJpeg(turned(decoded, frame.value.orientation));
  const written = readJpegFrame(encoded);
  return written?.ok ? plainJpeg(encoded, written.value) : null;
}
