import Papa from 'papaparse';
import { cameraColumns, rowOf } from '../catalogue/cameras/camera-columns.ts';
import type { CatalogueCamera } from '../catalogue/cameras/catalogue-camera.ts';
import { guardedText } from '../spreadsheet-text.ts';

/**
 * A table of cameras as comma-separated text, one row a camera: `readCameraCsv` gives the same cameras back. What no
 * source says is an empty cell; no cell is a formula to a spreadsheet.
 */
export function writeCameraCsv(cameras: readonly CatalogueCamera[]): string {
  const rows = cameras.map((camera) => {
    const row: Readonly<Record<string, string | number | null>> = rowOf(camera);
    return cameraColumns.map(({ key }) => {
      const value = row[key] ?? '';
      return typeof value === 'number' ? value : guardedText(value);
    });
  });
  const cells = [cameraColumns.map(({ header }) => header), ...rows];
  // The byte order mark tells spreadsheets that it is UTF-8.
  return `\ufeff${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}
