const FIGURES = 4;

/** Metres per pixel with four significant figures, never as a power of ten. */
export function writeScale(metresPerPixel: number): string {
  const decimals = FIGURES - 1 - Math.floor(Math.log10(metresPerPixel));
  return metresPerPixel.toFixed(Math.min(Math.max(decimals, 0), 12));
}
