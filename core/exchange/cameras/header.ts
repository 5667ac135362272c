import {
  type CameraColumn,
  cameraColumns,
  resolutionColumn,
} from '../../catalogue/cameras/camera-columns.ts';
import { unitOf } from './units-of-cells.ts';

/** A column of a file that is read: its place, what it holds, and what one of its unit is in the unit of its figure. */
export type ReadColumn = {
  readonly index: number;
  readonly column: CameraColumn;
  /** As the file writes it. */
  readonly title: string;
  readonly factor: number;
};

export type Header = {
  readonly columns: readonly ReadColumn[];
  readonly width: number;
  /** One sentence for each column that is not read, or not as it might be meant. */
  readonly remarks: readonly string[];
};

const all = [...cameraColumns, resolutionColumn];

/** Small letters, single spaces, a sign of a unit apart: `SensorWidth(mm)` as `sensor width mm`. */
function wordsOf(title: string): readonly string[] {
  return title
    .normalize('NFC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/[\s_()[\]{},:;.]+/g, ' ')
    .replaceAll('°', ' °')
    .trim()
    .split(/\s+/);
}

type Named = { readonly column: CameraColumn; readonly unit: string };

/** The column that a title names, and the unit behind its name; null where it names none. */
function namedBy(title: string): Named | null {
  const words = wordsOf(title);
  const nameOf = (count: number) => words.slice(0, words.length - count).join(' ');
  for (const behind of [0, 1, 2]) {
    const name = nameOf(behind);
    const column = all.find((each) => each.header === name || each.names.includes(name));
    if (!column || (behind > 0 && isWords(column))) continue;
    if (behind > 0) return { column, unit: words.slice(-behind).join(' ') };
    // Of "focal length mm" and "min lux" the unit is part of the name.
    const last = words.at(-1) ?? '';
    return { column, unit: unitOf(column.sort, last) === null ? '' : last };
  }
  return null;
}

const isWords = ({ sort }: CameraColumn): boolean => sort === 'line' || sort === 'choice';

const hasUnit = ({ sort }: CameraColumn): boolean =>
  !['line', 'choice', 'format', 'size', 'pixels'].includes(sort);

const quoted = (title: string): string => `“${title.trim().slice(0, 60)}”`;

/** How many of some titles name a column: tells which sign parts the cells of a file. */
export const columnsNamed = (titles: readonly string[]): number =>
  titles.filter((title) => namedBy(title) !== null).length;

/** The columns of a table of cameras by the titles in its first row. */
export function headerOf(titles: readonly string[]): Header {
  const columns: ReadColumn[] = [];
  const remarks: string[] = [];
  const unknown: string[] = [];
  for (const [index, title] of titles.entries()) {
    const named = namedBy(title);
    if (named) remarks.push(...added(columns, { index, title, ...named }));
    else if (title.trim() !== '') unknown.push(quoted(title));
  }
  if (unknown.length > 0) remarks.push(`Not read: ${listed(unknown)} (no figure of a camera here).`);
  return { columns, width: titles.length, remarks };
}

/** Adds a column that can be read to those before it; what is to be said of it. */
function added(
  columns: ReadColumn[],
  { index, title, column, unit }: Named & Pick<ReadColumn, 'index' | 'title'>,
): readonly string[] {
  const factor = unit === '' ? 1 : unitOf(column.sort, unit);
  if (factor === null)
    return [`Not read: the column ${quoted(title)}, whose unit is none of its figure (${column.header}).`];
  if (columns.some((each) => each.column.key === column.key))
    return [`Not read: the column ${quoted(title)}, which is there before.`];
  columns.push({ index, column, title, factor });
  if (hasUnit(column) && unit === '') return [unitless(column, title)];
  return factor === 1 ? [] : [`Converted: the column ${quoted(title)}, to ${column.header}.`];
}

const unitless = ({ header }: CameraColumn, title: string): string =>
  `The column ${quoted(title)} names no unit: read as ${header}.`;

const MOST_LISTED = 12;

function listed(titles: readonly string[]): string {
  const more = titles.length - MOST_LISTED;
  const shown = titles.slice(0, MOST_LISTED).join(', ');
  const columns = titles.length === 1 ? 'the column' : 'the columns';
  return more > 0 ? `${columns} ${shown} and ${more.toLocaleString('en-US')} more` : `${columns} ${shown}`;
}
