import { useDeferredValue, useMemo, useState } from 'react';
import type { PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { selectRecords, zoomToRecords } from '../../commands/show-records.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useLens, usePlan, useSettings } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { SearchField } from '../../ui/fields/SearchField.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import { takeChange, tryChange } from '../inspector/try-change.ts';
import styles from './OutlinePanel.module.css';
import { OutlineTable } from './OutlineTable.tsx';
import { outlineColumns } from './outline-columns.ts';
import { outlineRecords } from './outline-records.ts';

const none: readonly PlacedRecord[] = [];

/** Every record as a table: the way to everything on the drawing without a pointer. */
export function OutlinePanel() {
  const editor = useEditor();
  const plan = usePlan();
  const { floor } = useLens();
  const { displayUnit } = useSettings();
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  // Typing goes first: on a large plan the rows follow it.
  const query = useDeferredValue(typed);
  const found = useMemo(() => outlineRecords(plan, floor, query), [plan, floor, query]);
  const columns = useMemo(() => outlineColumns(plan, displayUnit), [plan, displayUnit]);
  const rows = found.ok ? found.value : none;
  const change = (record: PlacedRecord, fields: Readonly<Record<string, unknown>>) => {
    setRefusal(takeChange(editor, tryChange(editor.plan, [record], fields)));
  };
  const problem = refusal ?? (found.ok ? null : found.error);
  return (
    <div className={styles.panel}>
      <div className={styles.search}>
        <SearchField
          label={text('outline.find')}
          placeholder={text('outline.findHint')}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setRefusal(null);
          }}
        />
      </div>
      <Found rows={rows} />
      <Refusal inset="panel">{problem}</Refusal>
      <OutlineTable
        title={text(query.trim() === '' ? 'outline.title' : 'outline.titleFound')}
        rows={rows}
        columns={columns}
        onChange={change}
        empty={found.ok && <Nothing isSearch={query.trim() !== ''} />}
      />
    </div>
  );
}

/** How many there are, and what can be done with all of them. */
function Found({ rows }: { readonly rows: readonly PlacedRecord[] }) {
  const editor = useEditor();
  const ids = () => rows.map(({ id }) => id);
  const whyDisabled = rows.length === 0 ? text('outline.noneListed') : null;
  return (
    <div className={styles.found}>
      <span role="status" className={styles.count}>
        {rows.length === 1 ? text('outline.one') : text('outline.count', { count: rows.length })}
      </span>
      <Button look="plain" whyDisabled={whyDisabled} onPress={() => selectRecords(editor, ids())}>
        {text('outline.selectAll')}
      </Button>
      <Button look="plain" whyDisabled={whyDisabled} onPress={() => zoomToRecords(editor, ids())}>
        {text('outline.zoom')}
      </Button>
    </div>
  );
}

function Nothing({ isSearch }: { readonly isSearch: boolean }) {
  if (isSearch) return <EmptyState title={text('outline.noneFound')} text={text('outline.noneFoundHint')} />;
  return <EmptyState title={text('outline.empty')} text={text('outline.emptyHint')} />;
}
