import { useMemo, useState } from 'react';
import { usePlan, useView } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { SearchField } from '../../ui/fields/SearchField.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import styles from './OutlinePanel.module.css';
import { OutlineTable } from './OutlineTable.tsx';
import { filterRows, outlineRows } from './outline-rows.ts';

/** Every record of the floor as a table: the way to everything on the drawing without a pointer. */
export function OutlinePanel() {
  const plan = usePlan();
  const { floor } = useView();
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
      <OutlineTable
        rows={rows}
        empty={<EmptyState title={text('outline.empty')} text={text('outline.emptyHint')} />}
      />
    </div>
  );
}
