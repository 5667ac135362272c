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

function column(
  id: 'kind' | 'name' | 'layer' | 'state',
  width: TableColumn<OutlineRow>['width'] = '1fr',
): TableColumn<OutlineRow> {
  const textOf = (row: OutlineRow) => row[id];
  return { id, title: text(`outline.${id}`), render: textOf, textOf, isSortable: true, width };
}

const columns = [column('kind', '3fr'), column('name', '3fr'), column('layer', '3fr'), column('state', 72)];

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
