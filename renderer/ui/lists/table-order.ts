import type { ReactNode } from 'react';

export type TableColumn<T> = {
  readonly id: string;
  readonly title: string;
  /** Spoken, not shown: over marks and buttons. */
  readonly isTitleHidden?: boolean;
  /** What the cell shows. */
  readonly render: (row: T) => ReactNode;
  /** Its text: for typing ahead, and for sorting when there is no `compare`. */
  readonly textOf?: (row: T) => string;
  /** Gives the column its arrow. */
  readonly compare?: (one: T, other: T) => number;
  /** Sorted by `textOf`, figures by their value. */
  readonly isSortable?: boolean;
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end';
  /** Pixels, or a share of what is left: `2fr`. By default `1fr`. */
  readonly width?: number | `${number}fr`;
  readonly minimumWidth?: number;
};

export type TableSort = { readonly column: string; readonly direction: 'ascending' | 'descending' };

const byText = new Intl.Collator(undefined, { numeric: true });

function compareBy<T>({
  compare,
  textOf,
  isSortable,
}: TableColumn<T>): ((one: T, other: T) => number) | null {
  if (compare) return compare;
  return isSortable && textOf ? (one, other) => byText.compare(textOf(one), textOf(other)) : null;
}

export const canSort = <T>(column: TableColumn<T>): boolean => compareBy(column) !== null;

/** The rows in the chosen order; rows that compare equal keep theirs. */
export function orderRows<T>(
  rows: readonly T[],
  columns: readonly TableColumn<T>[],
  sort: TableSort | null,
): readonly T[] {
  const column = columns.find(({ id }) => id === sort?.column);
  const compare = column ? compareBy(column) : null;
  if (!compare || sort === null) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((one, other) => sign * compare(one, other));
}
