import type { PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { classNames } from '../../ui/class-names.ts';
import tableStyles from '../../ui/lists/Table.module.css';
import { CellEditor } from './CellEditor.tsx';
import styles from './OutlineTable.module.css';
import { type OutlineColumn, stateMarks } from './outline-columns.ts';
import type { OutlineCell } from './use-outline-table.ts';

type Props = {
  readonly record: PlacedRecord;
  readonly columns: readonly OutlineColumn[];
  /** Counted from 1, with the head. */
  readonly index: number;
  readonly isSelected: boolean;
  /** The active cell when it is in this row. */
  readonly cell: OutlineCell | null;
  readonly onChange: (record: PlacedRecord, fields: Readonly<Record<string, unknown>>) => void;
  readonly onClose: () => void;
};

/** One record as a row of the outline. */
export function OutlineLine({ record, columns, index, isSelected, cell, onChange, onClose }: Props) {
  const title = columns.find(({ id }) => id === 'name')?.textOf(record) ?? '';
  return (
    <tr
      data-id={record.id}
      data-active={cell !== null}
      data-selected={isSelected || undefined}
      className={classNames(tableStyles.row, styles.row)}
      aria-rowindex={index}
      aria-selected={isSelected}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          id={`outline-${record.id}-${column.id}`}
          data-field={column.id}
          data-active={cell?.field === column.id}
          className={tableStyles.cell}
        >
          {cell?.isEdited && cell.field === column.id ? (
            <CellEditor
              field={column.id}
              record={record}
              title={title}
              onChange={(fields) => onChange(record, fields)}
              onClose={onClose}
            />
          ) : (
            <Shown column={column} record={record} />
          )}
        </td>
      ))}
    </tr>
  );
}

function Shown({ column, record }: { readonly column: OutlineColumn; readonly record: PlacedRecord }) {
  const shown = column.textOf(record);
  const isName = column.id === 'name' && record.tag === null;
  return (
    <div className={classNames(tableStyles.content, isName && styles.untagged)}>
      {column.id === 'state' ? (
        <span role="img" aria-label={shown} title={shown} data-state={record.state}>
          {stateMarks[record.state]}
        </span>
      ) : (
        <span className={tableStyles.text} title={shown}>
          {shown}
        </span>
      )}
    </div>
  );
}
