/** A picture by its content. The size is the one it is shown at: a turned photograph has its sides exchanged. */
export type PictureInfo = {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
};

export type PictureError = {
  readonly reason:
    | 'not-a-picture'
    | 'truncated'
    | 'damaged'
    | 'unknown-form'
    | 'side-too-long'
    | 'too-many-pixels';
  /** The rest of a sentence that begins with the name of the file. */
  readonly message: string;
};

export const truncated: PictureError = {
  reason: 'truncated',
  message: 'ends before the picture does: the file is not complete. Copy it again from where it came.',
};

export const damaged: PictureError = {
  reason: 'damaged',
  message: 'is damaged: a part of it does not match its checksum. Copy it again from where it came.',
};

/** Most pixels of a side and in all: beyond them a window cannot draw a picture in one piece. */
const MOST_SIDE_PX = 16_384;
const MOST_MEGAPIXELS = 120;

const count = (value: number) => value.toLocaleString('en-US');

/** Why a picture of a size cannot be drawn; null when it can. */
export function sizeProblem({
  widthPx,
  heightPx,
}: Pick<PictureInfo, 'widthPx' | 'heightPx'>): PictureError | null {
  const size = `${count(widthPx)} × ${count(heightPx)} pixels`;
  if (Math.max(widthPx, heightPx) > MOST_SIDE_PX) {
    const message = `has ${size}; a side may have ${count(MOST_SIDE_PX)} at most. Make it smaller and try again.`;
    return { reason: 'side-too-long', message };
  }
  if (widthPx * heightPx > MOST_MEGAPIXELS * 1e6) {
    const message = `has ${size}; ${MOST_MEGAPIXELS} megapixels are the most. Make it smaller and try again.`;
    return { reason: 'too-many-pixels', message };
  }
  return null;
}
