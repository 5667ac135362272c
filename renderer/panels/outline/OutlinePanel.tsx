import { useMemo, useState } from 'react';
import type { AnyId } from '../../../core/plan/records/index.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePlan, useSelection, useView } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { SearchField } from '../../ui/fields/SearchField.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { Table } from '../../ui/lists/Table.tsx';
import type { TableColumn } from '../../ui/lists/table-order.ts';
import styles from './OutlinePanel.module.css';
import { filterRows, type OutlineRow, outlineRows } from './outline-rows.ts';

type Shown = Pick<TableColumn<OutlineRow>, 'width' | 'render'>;

function column(id: 'kind' | 'name' | 'layer' | 'state', shown: Partial<Shown>): TableColumn<OutlineRow> {
  const textOf = (row: OutlineRow) => row[id];
  return { id, title: text(`outline.${id}`), render: textOf, textOf, isSortable: true, ...shown };
}

const columns = [
  column('kind', { width: '10fr' }),
  column('name', { width: '9fr' }),
  column('layer', { width: '8fr' }),
  column('state', { width: 54, render: (row) => <StateMark row={row} /> }),
];

// The mark of the drawing, since the word would leave no room for the others.
function StateMark({ row: { mark, state } }: { readonly row: OutlineRow }) {
  return (
    <span role="img" aria-label={state} title={state}>
      {mark}
    </span>
  );
}

/** Every record of the floor as a table: the way to everything on the drawing without a pointer. */
export function OutlinePanel() {
  const editor = useEditor();
  const plan = usePlan();
  const { floor } = useView();
  const selection = useSelection();
  const [filter, setFilter] = useState('');
  const all = useMemo(() => outlineRows(plan, floor), [plan, floor]);
  const rows = useMemo(() => filterRows(all, filter), [all, filter]);
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
