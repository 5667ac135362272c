import type { ReactNode } from 'react';
import { text } from '../../messages/text.ts';
import { ArrowDownIcon, ArrowUpIcon } from '../../ui/icons/actions.tsx';
import type { TableColumn, TableSort } from '../../ui/lists/table-order.ts';
import styles from './OutlineTable.module.css';
import type { OutlineRow } from './outline-rows.ts';
import { ROW_PX } from './row-window.ts';
import { useOutlineTable } from './use-outline-table.ts';

const fields = ['kind', 'name', 'layer', 'state'] as const;
type Field = (typeof fields)[number];

const columns: readonly (TableColumn<OutlineRow> & { readonly id: Field })[] = fields.map((id) => ({
  id,
  title: text(`outline.${id}`),
  render: (row: OutlineRow) => row[id],
  textOf: (row: OutlineRow) => row[id],
  isSortable: true,
}));

type Props = { readonly rows: readonly OutlineRow[]; readonly empty: ReactNode };

/** A table of which only the rows in sight are mounted: a plan may have tens of thousands. */
export function OutlineTable({ rows, empty }: Props) {
  const table = useOutlineTable(rows, columns);
  const { shown, first, end, count, active } = table;
  if (count === 0) return empty;
  return (
    <div ref={table.scroller} className={styles.scroll} onScroll={table.onScroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows that are chosen make a table a grid.
        role="grid"
        className={styles.table}
        aria-label={text('outline.title')}
        aria-rowcount={count + 1}
        aria-multiselectable="true"
        aria-activedescendant={shown.some(({ id }) => id === active) ? `outline-${active}` : undefined}
        tabIndex={0}
        onClick={table.onClick}
        onKeyDown={table.onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id, title }) => (
              <HeadCell key={id} id={id} title={title} sort={table.sort} onSort={table.setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={first} />
          {shown.map((row, index) => (
            <Line
              key={row.id}
              row={row}
              index={first + index + 2}
              isSelected={table.selection.has(row.id)}
              isActive={row.id === active}
            />
          ))}
          <Space rows={count - end} />
        </tbody>
      </table>
    </div>
  );
}

/** The place of the rows that are not mounted. */
function Space({ rows }: { readonly rows: number }) {
  if (rows === 0) return null;
  // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is no row, only room.
  return <tr role="presentation" style={{ height: rows * ROW_PX }} />;
}

type HeadProps = {
  readonly id: Field;
  readonly title: string;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
};

function HeadCell({ id, title, sort, onSort }: HeadProps) {
  const direction = sort?.column === id ? sort.direction : undefined;
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" className={styles[id]} aria-sort={direction ?? 'none'}>
      <button
        type="button"
        onClick={() => onSort({ column: id, direction: next })}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {title}
        {direction === 'ascending' ? <ArrowUpIcon size={12} /> : null}
        {direction === 'descending' ? <ArrowDownIcon size={12} /> : null}
      </button>
    </th>
  );
}

type LineProps = {
  readonly row: OutlineRow;
  /** Counted from 1, with the head. */
  readonly index: number;
  readonly isSelected: boolean;
  readonly isActive: boolean;
};

function Line({ row, index, isSelected, isActive }: LineProps) {
  return (
    <tr
      id={`outline-${row.id}`}
      data-id={row.id}
      data-active={isActive}
      aria-rowindex={index}
      aria-selected={isSelected}
    >
      <td title={row.kind}>{row.kind}</td>
      <td title={row.name}>{row.name}</td>
      <td title={row.layer}>{row.layer}</td>
      <td>
        <span role="img" aria-label={row.state} title={row.state}>
          {row.mark}
        </span>
      </td>
    </tr>
  );
}
