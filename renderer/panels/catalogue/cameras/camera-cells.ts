import { cameraColumns, rowOf } from '../../../../core/catalogue/cameras/camera-columns.ts';
import type { CatalogueCamera } from '../../../../core/catalogue/cameras/catalogue-camera.ts';
import { readCameraCsv } from '../../../../core/exchange/cameras/read-camera-csv.ts';
import { err, ok, type Result } from '../../../../core/result.ts';

/** What is typed of a camera, by the header of its column; empty for what no source states. */
export type CameraCells = Readonly<Record<string, string>>;

export const emptyCells: CameraCells = Object.fromEntries(
  cameraColumns.map(({ key, header }) => [
    header,
    key === 'type' ? 'fixed' : key === 'figures' ? 'stated' : '',
  ]),
);

/** A camera as it is typed. */
export function cellsOf(camera: CatalogueCamera): CameraCells {
  const row: Readonly<Record<string, string | number | null>> = rowOf(camera);
  return Object.fromEntries(cameraColumns.map(({ key, header }) => [header, String(row[key] ?? '')]));
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The camera in what was typed, read as a row of a table is; or why it is none, the rest of a sentence. */
export function cameraOfCells(cells: CameraCells): Result<CatalogueCamera, string> {
  const headers = cameraColumns.map(({ header }) => header);
  const rows = [headers, headers.map((header) => (cells[header] ?? '').trim())];
  const read = readCameraCsv(rows.map((row) => row.map(quoted).join(',')).join('\n'));
  if (!read.ok) throw new Error(read.error.message);
  const [camera] = read.value.cameras;
  // Nothing at all is no row.
  return camera ? ok(camera) : err(read.value.leftOut[0]?.reason ?? 'it has no maker');
}
