import type { Box } from '../../geometry/box.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Rings } from '../sight/rings.ts';
import type { CameraResult } from './camera-coverage.ts';

/** How many cameras see the middle of each cell, row after row from the lower left corner. */
export type CameraCounts = {
  readonly minX: number;
  readonly minY: number;
  /** Side of a cell, metres. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly counts: Uint16Array;
};

/** More cells are refused: some 100 MB. */
const MOST_CELLS = 50_000_000;

/**
 * How many cameras see each cell of a box, by rows that are crossed from edge to edge. O(rows that are crossed + cells
 * that are seen).
 *
 * @param level the key of a level that must be met; null for seen at any density
 */
export function cameraCounts(
  cameras: Iterable<CameraResult>,
  { box, cell, level }: { readonly box: Box; readonly cell: number; readonly level: string | null },
): Result<CameraCounts, 'too-many-cells'> {
  const { minX, minY, maxX, maxY } = box;
  const columns = Math.max(0, Math.ceil((maxX - minX) / cell));
  const rows = Math.max(0, Math.ceil((maxY - minY) / cell));
  if (!(columns * rows <= MOST_CELLS)) return err('too-many-cells');
  const grid = { minX, minY, cell, columns, rows, counts: new Uint16Array(columns * rows) };
  for (const result of cameras) if (result.ok) count(grid, ringsAt(result.value, level));
  return ok(grid);
}

function ringsAt(
  { visible, levels }: Extract<CameraResult, { ok: true }>['value'],
  level: string | null,
): Rings | undefined {
  return level === null ? visible.rings : levels.find(({ key }) => key === level)?.rings;
}

function count(grid: CameraCounts, rings: Rings | undefined): void {
  if (!rings) return;
  const crossings = crossingsByRow(grid, rings);
  const { minX, cell, columns, counts } = grid;
  const columnAt = (x: number) => Math.min(Math.max(Math.ceil((x - minX) / cell - 0.5), 0), columns);
  for (const [row, places] of crossings) {
    const inOrder = places.sort((one, other) => one - other);
    for (let at = 0; at + 1 < inOrder.length; at += 2) {
      const [from, to] = [columnAt(inOrder[at] ?? 0), columnAt(inOrder[at + 1] ?? 0)];
      for (let cellAt = row * columns + from; cellAt < row * columns + to; cellAt++)
        counts[cellAt] = (counts[cellAt] ?? 0) + 1;
    }
  }
}

/** Where the middle line of each row crosses the edges: x of each, plan metres. */
function crossingsByRow(
  { minY, cell, rows }: CameraCounts,
  { coordinates, ends }: Rings,
): ReadonlyMap<number, number[]> {
  const crossings = new Map<number, number[]>();
  let start = 0;
  for (const end of ends) {
    for (let at = start; at < end; at += 2) {
      const next = at + 2 < end ? at + 2 : start;
      const [ax = 0, ay = 0] = [coordinates[at], coordinates[at + 1]];
      const [bx = 0, by = 0] = [coordinates[next], coordinates[next + 1]];
      // The lower end belongs to an edge and the upper does not: a corner on a line is crossed once or twice, as it must be.
      const first = Math.max(Math.ceil((Math.min(ay, by) - minY) / cell - 0.5), 0);
      const last = Math.min(Math.ceil((Math.max(ay, by) - minY) / cell - 0.5), rows);
      for (let row = first; row < last; row++) {
        const y = minY + (row + 0.5) * cell;
        const places = crossings.get(row) ?? [];
        places.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
        crossings.set(row, places);
      }
    }
    start = end;
  }
  return crossings;
}

/** Areas seen by so many cameras or more: the first by one, the second by two, and so on, m². O(cells). */
export function areasByCount({ cell, counts }: CameraCounts, most: number): readonly number[] {
  const exactly = new Float64Array(most + 1);
  for (const value of counts) {
    const index = Math.min(value, most);
    exactly[index] = (exactly[index] ?? 0) + 1;
  }
  return Array.from({ length: most }, (_, index) => {
    let cells = 0;
    for (let value = index + 1; value <= most; value++) cells += exactly[value] ?? 0;
    return cells * cell * cell;
  });
}
