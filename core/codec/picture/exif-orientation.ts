const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/**
 * How a picture is to be turned, 1 to 8, as an application segment of a JPEG says; null when it says nothing of it.
 *
 * `from` and `to` bound the segment's content. Reads the first directory alone.
 * @see CIPA DC-008 (Exif 2.32), 4.5.4 and 4.6.4 A
 */
export function orientationOf(view: DataView, from: number, to: number): number | null {
  if (from + EXIF.length > to || !EXIF.every((byte, at) => view.getUint8(from + at) === byte)) return null;
  return orientationInTiff(view, from + EXIF.length, to);
}

/** The same of what follows the name: all of it in a PNG. */
export function orientationInTiff(view: DataView, tiff: number, to: number): number | null {
  if (tiff + 8 > to) return null;
  const order = view.getUint16(tiff);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const little = order === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > to) return null;
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > to) return null;
    if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const isShort = view.getUint16(entry + 2, little) === SHORT;
    const value = view.getUint16(entry + 8, little);
    return isShort && value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
