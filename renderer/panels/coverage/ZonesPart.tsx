import { useMemo } from 'react';
import { drawCommands } from '../../commands/draw.ts';
import { shortcutLabel } from '../../commands/shortcuts.ts';
import { selectRecords, showWorst, zoomToRecords } from '../../commands/show-records.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePlan, useSelection, useSettings } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { zoneColumns } from './zone-columns.tsx';
import { isFailing, type ZoneRow } from './zone-rows.ts';

const drawKey = drawCommands.find(({ tool }) => tool === 'draw-coverage-zone')?.shortcut ?? '';

type Props = {
  readonly rows: readonly ZoneRow[];
  /** How many zones of the floor are not there in the state that is looked at. */
  readonly leftOut: number;
  readonly failingOnly: boolean;
};

/** The zones of the floor that is shown, each with what it asks for and what it has. */
export function ZonesPart({ rows, leftOut, failingOnly }: Props) {
  const editor = useEditor();
  const plan = usePlan();
  const selection = useSelection();
  const { displayUnit } = useSettings();
  const columns = useMemo(() => zoneColumns(plan, displayUnit), [plan, displayUnit]);
  // What is not known yet may fail.
  const shown = failingOnly ? rows.filter((row) => row.state !== 'current' || isFailing(row)) : rows;
  if (rows.length === 0) return <Nothing leftOut={leftOut} />;
  if (shown.length === 0) return <EmptyState title={text('coverage.noneFails')} />;
  return (
    <CoverageTable
      title={text('coverage.part.zones')}
      rows={shown}
      columns={columns}
      isSelected={({ id }) => selection.has(id)}
      isCurrent={({ state }) => state === 'current'}
      onChoose={({ id }) => selectRecords(editor, [id])}
      onShow={({ id, state, check }) => {
        if (state === 'current' && check?.worst) showWorst(editor, id, check.worst);
        else zoomToRecords(editor, [id]);
      }}
    />
  );
}

function Nothing({ leftOut }: Pick<Props, 'leftOut'>) {
  if (leftOut > 0)
    return <EmptyState title={text('coverage.emptyState')} text={text('coverage.emptyStateHint')} />;
  return (
    <EmptyState
      title={text('coverage.empty')}
      text={text('coverage.emptyHint', { key: shortcutLabel(drawKey) })}
    />
  );
}
