import { useMemo, useState } from 'react';
import { allRecords, isPlaced, kindOf } from '../../../core/plan/plan.ts';
import type { AnyId, PlacedRecord } from '../../../core/plan/records/index.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePlan, useSelection, useView } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { SearchField } from '../../ui/fields/SearchField.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { Table } from '../../ui/lists/Table.tsx';
import type { TableColumn } from '../../ui/lists/table-order.ts';
import styles from './OutlinePanel.module.css';

function nameOf(record: PlacedRecord): string {
  if (record.tag) return record.tag;
  return 'name' in record ? record.name : 'text' in record ? record.text : '';
}

const kindName = (record: PlacedRecord) => text(`kind.${kindOf(record.id)}`);

const columns: readonly TableColumn<PlacedRecord>[] = [
  {
    id: 'kind',
    title: text('outline.kind'),
    render: kindName,
    textOf: kindName,
    isSortable: true,
    width: '2fr',
  },
  { id: 'name', title: text('outline.name'), render: nameOf, textOf: nameOf, isSortable: true, width: '2fr' },
  {
    id: 'state',
    title: text('outline.state'),
    render: ({ state }) => state,
    textOf: ({ state }) => state,
    isSortable: true,
    width: 84,
  },
];

/** Every record of the floor as a table: the way to everything on the drawing without a pointer. */
export function OutlinePanel() {
  const editor = useEditor();
  const plan = usePlan();
  const { floor } = useView();
  const selection = useSelection();
  const [filter, setFilter] = useState('');
  const rows = useMemo(() => {
    const words = filter.trim().toLowerCase();
    const placed = [...allRecords(plan)].filter(
      (record) => isPlaced(record) && record.floor === floor,
    ) as PlacedRecord[];
    return placed.filter((record) =>
      `${kindName(record)} ${nameOf(record)} ${record.state}`.toLowerCase().includes(words),
    );
  }, [plan, floor, filter]);
  return (
    <div className={styles.panel}>
      <div className={styles.search}>
        <SearchField
          label={text('outline.filter')}
          placeholder={text('outline.filter')}
          value={filter}
          onChange={setFilter}
        />
      </div>
      <Table
        label={text('outline.title')}
        columns={columns}
        rows={rows}
        idOf={({ id }) => id}
        selectionMode="multiple"
        selected={selection}
        onSelect={(ids) => editor.select(ids as ReadonlySet<AnyId>)}
        empty={<EmptyState title={text('outline.empty')} text={text('outline.emptyHint')} />}
      />
    </div>
  );
}
