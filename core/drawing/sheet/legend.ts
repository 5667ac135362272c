import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import type { FrameContent } from './frame-content.ts';
import { fittingSize, type Rectangle, rule, words } from './furniture.ts';
import { type LegendRow, legendRows } from './legend-rows.ts';

const PADDING = 3.5;
const ROW = 4.9;
const HEADING = 7;
const SAMPLE = 10;
const BEFORE_NAME = SAMPLE + 3;
const COUNT = 8;
/** Rows closer than this share of their usual height are set in more columns instead. */
const TIGHTEST = 0.72;
const MOST_COLUMNS = 3;

const heightOf = (row: LegendRow) => (row.type === 'heading' ? HEADING : ROW);

/** The rows in columns that are not higher than a height; a heading never stands last in its column. */
function columnsOf(rows: readonly LegendRow[], height: number): readonly (readonly LegendRow[])[] {
  const columns: LegendRow[][] = [[]];
  let used = 0;
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    const needed = heightOf(row) + (row.type === 'heading' && next ? heightOf(next) : 0);
    if (used + needed > height && used > 0) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push(row);
    used += heightOf(row);
  });
  return columns;
}

/** As few columns as hold the rows at nearly their usual size; else those in which they are largest. */
function arranged(rows: readonly LegendRow[], box: Rectangle, unit: number) {
  const room = (box.height - PADDING * unit) / unit;
  const total = rows.reduce((sum, row) => sum + heightOf(row), 0);
  let squeeze = 0;
  for (let count = box.width > 90 * unit ? 2 : 1; count <= MOST_COLUMNS && squeeze < TIGHTEST; count++) {
    // Columns are not filled to the last millimetre: a heading goes on with its first row.
    const waste = count === 1 ? 0 : HEADING + ROW;
    const inHeight = (room * count) / (total + waste * count);
    // Half of a column is for the names, or nobody could read them.
    const inWidth = (box.width / (count * unit) - 2 * PADDING) / (2 * (BEFORE_NAME + COUNT));
    squeeze = Math.max(squeeze, Math.min(inHeight, inWidth, 1));
  }
  return { columns: columnsOf(rows, room / squeeze + 1e-6), squeeze };
}

type Place = { readonly x: number; readonly right: number; readonly y: number; readonly size: number };

function rowItems(row: LegendRow, { x, right, y, size }: Place): readonly DrawItem[] {
  if (row.type === 'heading') {
    const noteMm = fittingSize(row.note, {
      sizeMm: 1.7 * size,
      width: (right - x) * 0.55,
      weight: 'regular',
    });
    return [
      words(row.title, x, y + 0.8 * size, { weight: 'semibold', sizeMm: 2.3 * size }),
      words(row.note, right, y + 0.9 * size, { anchor: 'end', ink: 'muted', sizeMm: noteMm }),
      rule([x, y + 2.9 * size], [right, y + 2.9 * size], lineWeights.hatch),
    ];
  }
  const left = x + BEFORE_NAME * size;
  const room = right - left - (row.count === null ? 0 : COUNT * size);
  const sizeMm = fittingSize(row.name, { sizeMm: 2.2 * size, width: room, weight: 'regular' });
  const count =
    row.count === null ? [] : [words(String(row.count), right, y, { anchor: 'end', sizeMm: 2.2 * size })];
  return [
    ...row.sample({ x: x + (SAMPLE / 2) * size, y }, size),
    words(row.name, left, y, { sizeMm }),
    ...count,
  ];
}

/** The legend of what is on the sheet, in its part of the page. */
export function legendItems(content: FrameContent, box: Rectangle, unit: number): readonly DrawItem[] {
  const { columns, squeeze } = arranged(legendRows(content), box, unit);
  const width = box.width / columns.length;
  // Samples keep their shape: what is squeezed is squeezed in both directions.
  const size = unit * squeeze;
  return columns.flatMap((rows, index) => {
    const x = box.left + index * width + PADDING * unit;
    const right = box.left + (index + 1) * width - PADDING * unit;
    let top = box.top + 1.5 * unit;
    return rows.flatMap((row) => {
      const height = heightOf(row) * size;
      const y = top + height / 2;
      top += height;
      return rowItems(row, { x, right, y, size });
    });
  });
}
