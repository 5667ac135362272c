import { type ReactNode, useMemo, useState } from 'react';
import {
  Table as AriaTable,
  Cell,
  Column,
  type Key,
  ResizableTableContainer,
  Row,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
  VisuallyHidden,
} from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { ArrowDownIcon, ArrowUpIcon } from '../icons/actions.tsx';
import styles from './Table.module.css';
import { canSort, orderRows, type TableColumn, type TableSort } from './table-order.ts';

const ROW_PX = 26;
/** From here on only the rows in sight are mounted. */
const MANY_ROWS = 200;

export type TableProps<T> = {
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  readonly selectionMode?: 'none' | 'single' | 'multiple';
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
  /** Enter or a double press on a row; a single press when nothing can be selected. */
  readonly onOpen?: (id: string) => void;
  readonly sortAtFirst?: TableSort;
  /** Shown instead of rows. */
  readonly empty?: ReactNode;
};

/** Fills its place and scrolls in it. Sorts itself by the columns that can be sorted. */
export function Table<T extends object>(props: TableProps<T>) {
  const { columns, rows, idOf, sortAtFirst = null } = props;
  const [sort, setSort] = useState<TableSort | null>(sortAtFirst);
  const ordered = useMemo(() => orderRows(rows, columns, sort), [rows, columns, sort]);
  const rowHeader = columns.find(({ isTitleHidden }) => !isTitleHidden);
  const isVirtual = rows.length > MANY_ROWS;
  const table = (
    <AriaTable
      aria-label={props.label}
      className={styles.table ?? ''}
      {...(isVirtual && { 'data-virtual': '' })}
      {...selectionOf(props, ordered)}
      {...(sort && { sortDescriptor: sort })}
      onSortChange={({ column, direction }) => setSort({ column: String(column), direction })}
    >
      <TableHeader columns={[...columns]} className={styles.head ?? ''}>
        {(column) => <HeadCell column={column} isRowHeader={column === rowHeader} />}
      </TableHeader>
      <TableBody items={ordered} dependencies={[columns]} renderEmptyState={() => props.empty ?? null}>
        {(row) => (
          <Row id={idOf(row)} columns={[...columns]} className={styles.row ?? ''}>
            {(column) => <BodyCell column={column} row={row} />}
          </Row>
        )}
      </TableBody>
    </AriaTable>
  );
  return (
    <ResizableTableContainer className={styles.scroll ?? ''}>
      {isVirtual ? (
        <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: ROW_PX, headingHeight: ROW_PX }}>
          {table}
        </Virtualizer>
      ) : (
        table
      )}
    </ResizableTableContainer>
  );
}

function selectionOf<T>(props: TableProps<T>, ordered: readonly T[]) {
  const { idOf, selectionMode = 'none', selected, onSelect, onOpen } = props;
  const onSelectionChange = (keys: 'all' | Set<Key>): void =>
    onSelect?.(new Set(keys === 'all' ? ordered.map(idOf) : [...keys].map(String)));
  return {
    selectionMode,
    selectionBehavior: 'replace' as const,
    ...(selected && { selectedKeys: selected }),
    ...(onSelect && { onSelectionChange }),
    ...(onOpen && { onRowAction: (key: Key) => onOpen(String(key)) }),
  };
}

type HeadCellProps<T> = { readonly column: TableColumn<T>; readonly isRowHeader: boolean };

function HeadCell<T>({ column, isRowHeader }: HeadCellProps<T>) {
  const { id, title, isTitleHidden, align, width = '1fr', minimumWidth = 48 } = column;
  return (
    <Column
      id={id}
      isRowHeader={isRowHeader}
      allowsSorting={canSort(column)}
      width={width}
      minWidth={minimumWidth}
      textValue={title}
      className={styles.column ?? ''}
    >
      {({ sortDirection }) => (
        <div className={classNames(styles.content, align === 'end' && styles.end)}>
          {isTitleHidden ? (
            <VisuallyHidden>{title}</VisuallyHidden>
          ) : (
            <span className={styles.text}>{title}</span>
          )}
          {sortDirection === 'ascending' ? <ArrowUpIcon size={12} /> : null}
          {sortDirection === 'descending' ? <ArrowDownIcon size={12} /> : null}
        </div>
      )}
    </Column>
  );
}

function BodyCell<T>({ column, row }: { readonly column: TableColumn<T>; readonly row: T }) {
  const { render, textOf, align } = column;
  const shown = render(row);
  const isText = typeof shown === 'string' || typeof shown === 'number';
  return (
    <Cell className={styles.cell ?? ''} {...(textOf && { textValue: textOf(row) })}>
      <div className={classNames(styles.content, align === 'end' && styles.end)}>
        {isText ? (
          <span className={styles.text} title={String(shown)}>
            {shown}
          </span>
        ) : (
          shown
        )}
      </div>
    </Cell>
  );
}
