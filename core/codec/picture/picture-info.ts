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
