import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { ArrowDownIcon, ArrowUpIcon } from '../../ui/icons/actions.tsx';
import tableStyles from '../../ui/lists/Table.module.css';
import { canSort, orderRows, type TableColumn, type TableSort } from '../../ui/lists/table-order.ts';
import { rowAfterKey } from '../outline/row-window.ts';
import styles from './CoverageTable.module.css';

export type CoverageColumn<T> = TableColumn<T> & {
  readonly width: number;
  /** Whether a long text breaks into lines, instead of being cut. */
  readonly wraps?: true;
};

type Props<T> = {
  readonly title: string;
  readonly rows: readonly T[];
  readonly columns: readonly CoverageColumn<T>[];
  readonly isSelected: (row: T) => boolean;
  /** Whether its figures are those of the plan as it is. */
  readonly isCurrent: (row: T) => boolean;
  readonly onChoose: (row: T) => void;
  /** Enter on a row, and a double click. */
  readonly onShow: (row: T) => void;
};

/** Rows to sort and choose, by a click or the arrow keys; Enter shows what a row is about. */
export function CoverageTable<T extends { readonly id: string }>(props: Props<T>) {
  const { title, rows, columns, isSelected, isCurrent, onChoose, onShow } = props;
  const grid = useRef<HTMLTableElement>(null);
  const [sort, setSort] = useState<TableSort | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const ordered = useMemo(() => orderRows(rows, columns, sort), [rows, columns, sort]);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const choose = (row: T): void => {
    setActive(row.id);
    onChoose(row);
  };
  const rowUnder = ({ target }: MouseEvent): T | undefined => {
    const element = target instanceof Element && !target.closest('button') ? target.closest('tr') : null;
    return ordered.find(({ id }) => id === element?.dataset.id);
  };
  const onClick = (event: MouseEvent): void => {
    const row = rowUnder(event);
    if (row) choose(row);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const row = rowUnder(event);
    if (row) onShow(row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // A button in a row has keys of its own.
    if (event.target !== event.currentTarget) return;
    const at = ordered.findIndex(({ id }) => id === active);
    const next = rowAfterKey(event.key, at, ordered.length);
    const row = ordered[next ?? at];
    if (!row) return;
    if (next !== null) {
      choose(row);
      grid.current?.querySelector(`[data-id="${row.id}"]`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') onShow(row);
    else return;
    event.preventDefault();
  };
  return (
    <div className={tableStyles.scroll}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows that are chosen make a table a grid.
        role="grid"
        className={classNames(tableStyles.table, styles.table)}
        style={{ minWidth: width }}
        aria-label={title}
        aria-activedescendant={ordered.some(({ id }) => id === active) ? rowId(active) : undefined}
        tabIndex={0}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onKeyDown={onKeyDown}
      >
        <thead className={tableStyles.head}>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr
              key={row.id}
              id={rowId(row.id)}
              data-id={row.id}
              data-active={row.id === active}
              data-stale={!isCurrent(row) || undefined}
              className={classNames(tableStyles.row, styles.row)}
              aria-selected={isSelected(row)}
            >
              {columns.map((column) => (
                <td key={column.id} data-column={column.id} className={tableStyles.cell}>
                  <div className={contentClass(column)}>{column.render(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const rowId = (id: string | null): string => `coverage-${id}`;

function contentClass<T>({ align, wraps }: CoverageColumn<T>): string {
  return classNames(tableStyles.content, align === 'end' && tableStyles.end, wraps && styles.wraps) ?? '';
}

type HeadProps<T> = {
  readonly column: CoverageColumn<T>;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
};

function HeadCell<T>({ column, sort, onSort }: HeadProps<T>) {
  const { id, title, align, width } = column;
  const direction = sort?.column === id ? sort.direction : undefined;
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  const className = classNames(tableStyles.content, align === 'end' && tableStyles.end);
  const content = <span className={tableStyles.text}>{title}</span>;
  return (
    <th
      scope="col"
      className={tableStyles.column}
      style={{ width }}
      aria-sort={canSort(column) ? (direction ?? 'none') : undefined}
      data-sort-direction={direction}
    >
      {canSort(column) ? (
        <button type="button" className={className} onClick={() => onSort({ column: id, direction: next })}>
          {content}
          {direction === 'ascending' && <ArrowUpIcon size={12} />}
          {direction === 'descending' && <ArrowDownIcon size={12} />}
        </button>
      ) : (
        <div className={className}>{content}</div>
      )}
    </th>
  );
}
