import type { ReactNode } from 'react';
import type { PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ArrowDownIcon, ArrowUpIcon } from '../../ui/icons/actions.tsx';
import tableStyles from '../../ui/lists/Table.module.css';
import type { TableSort } from '../../ui/lists/table-order.ts';
import { OutlineLine } from './OutlineLine.tsx';
import styles from './OutlineTable.module.css';
import { type OutlineColumn, stateMarks } from './outline-columns.ts';
import { pressOutlineKey } from './outline-keys.ts';
import { ROW_PX } from './row-window.ts';
import { useOutlineTable } from './use-outline-table.ts';

type Props = {
  readonly title: string;
  readonly rows: readonly PlacedRecord[];
  readonly columns: readonly OutlineColumn[];
  readonly onChange: (record: PlacedRecord, fields: Readonly<Record<string, unknown>>) => void;
  readonly empty: ReactNode;
};

/** A table of which only the rows in sight are mounted: a plan may have tens of thousands. */
export function OutlineTable({ title, rows, columns, onChange, empty }: Props) {
  const editor = useEditor();
  const table = useOutlineTable(rows, columns);
  const { shown, first, end, ordered, cell } = table;
  if (ordered.length === 0) return empty;
  return (
    <div ref={table.scroller} className={tableStyles.scroll} onScroll={table.onScroll}>
      <table
        ref={table.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows that are chosen make a table a grid.
        role="grid"
        className={classNames(tableStyles.table, styles.table)}
        aria-label={title}
        aria-rowcount={ordered.length + 1}
        aria-multiselectable="true"
        aria-activedescendant={
          cell && shown.some(({ id }) => id === cell.id) ? `outline-${cell.id}-${cell.field}` : undefined
        }
        tabIndex={0}
        onClick={table.onClick}
        onDoubleClick={table.onDoubleClick}
        onKeyDown={(event) => pressOutlineKey(event, table, editor)}
      >
        <thead className={tableStyles.head}>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={table.sort} onSort={table.setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={first} />
          {shown.map((record, index) => (
            <OutlineLine
              key={record.id}
              record={record}
              columns={columns}
              index={first + index + 2}
              isSelected={table.selection.has(record.id)}
              cell={cell?.id === record.id ? cell : null}
              onChange={onChange}
              onClose={table.closeCell}
            />
          ))}
          <Space rows={ordered.length - end} />
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
  readonly column: OutlineColumn;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
};

function HeadCell({ column: { id, title }, sort, onSort }: HeadProps) {
  const direction = sort?.column === id ? sort.direction : undefined;
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      className={classNames(tableStyles.column, styles[id])}
      aria-sort={direction ?? 'none'}
      data-sort-direction={direction}
    >
      <button
        type="button"
        className={tableStyles.content}
        onClick={() => onSort({ column: id, direction: next })}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {id === 'state' ? (
          <span role="img" aria-label={title} title={title}>
            {stateMarks.proposed}
          </span>
        ) : (
          <span className={tableStyles.text}>{title}</span>
        )}
        {direction === 'ascending' ? <ArrowUpIcon size={12} /> : null}
        {direction === 'descending' ? <ArrowDownIcon size={12} /> : null}
      </button>
    </th>
  );
}
