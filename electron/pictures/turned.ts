/** Pixels in rows from the top, `channels` bytes each. */
export type Raster = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: number;
  readonly pixels: Uint8Array;
};

/**
 * A picture turned and mirrored as its orientation says, 1 to 8: where its stored rows and columns lie when it is
 * seen.
 *
 * @see CIPA DC-008 (Exif 2.32), 4.6.4 A
 */
export function turned(raster: Raster, orientation: number): Raster {
  if (orientation === 1) return raster;
  const { widthPx, heightPx, channels, pixels } = raster;
  const { isOnSide, fromRight, fromBelow } = turnOf(orientation);
  const [width, height] = isOnSide ? [heightPx, widthPx] : [widthPx, heightPx];
  // From one pixel of a row that is seen to the next, and from one row to the next, in pixels of the stored rows.
  const [stepAcross, stepDown] = isOnSide ? [widthPx, 1] : [1, widthPx];
  const [backAcross, backDown] = isOnSide ? [fromBelow, fromRight] : [fromRight, fromBelow];
  const result = new Uint8Array(pixels.length);
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    const row = (backDown ? height - 1 - y : y) * stepDown;
    for (let x = 0; x < width; x += 1) {
      const from = (row + (backAcross ? width - 1 - x : x) * stepAcross) * channels;
      result.set(pixels.subarray(from, from + channels), to);
      to += channels;
    }
  }
  return { widthPx: width, heightPx: height, channels, pixels: result };
}

/** Whether rows become columns, and from which end columns and rows are read. */
function turnOf(orientation: number) {
  return {
    isOnSide: orientation >= 5,
    fromRight: [2, 3, 7, 8].includes(orientation),
    fromBelow: [3, 4, 6, 7].includes(orientation),
  };
}
