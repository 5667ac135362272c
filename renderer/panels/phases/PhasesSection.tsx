import { useMemo, useState } from 'react';
import { addStructure } from '../../../core/operations/structure/add-structure.ts';
import { renameStructure } from '../../../core/operations/structure/rename-structure.ts';
import { updateRecord } from '../../../core/operations/update-records.ts';
import type { IdOf, RecordOf } from '../../../core/plan/kinds/index.ts';
import { allRecords, isPlaced, type Plan } from '../../../core/plan/plan.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePlan, useStructure } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { PlusIcon } from '../../ui/icons/actions.tsx';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import { DraftField } from '../inspector/DraftField.tsx';
import { goBetweenRows } from '../row-keys.ts';
import { StructureNotes } from '../StructureNotes.tsx';
import styles from '../structure.module.css';
import { useOperation } from '../use-operation.ts';
import { PhaseActions } from './PhaseActions.tsx';

type PhaseId = IdOf<'phase'>;

/** The phases in their order, with how many records each has; what is selected can be put into one. */
export function PhasesSection() {
  const editor = useEditor();
  const phases = useStructure('phase');
  const plan = usePlan();
  const counts = useMemo(() => countByPhase(plan), [plan]);
  const [chosen, setChosen] = useState<PhaseId | null>(null);
  const { take, refusal } = useOperation();
  const active = phases.find(({ id }) => id === chosen) ?? phases[0];
  const add = () => {
    const id = `phase:${crypto.randomUUID()}` as const;
    const name = text('panel.newPhase', { number: phases.length + 1 });
    if (take('edit.addPhase', addStructure(editor.plan, 'phase', { id, name, order: phases.length })))
      setChosen(id);
  };
  return (
    <PanelSection title={text('panel.phases')}>
      <div className={styles.inSection}>
        <div onKeyDownCapture={goBetweenRows}>
          {phases.length === 0 && <p className={styles.note}>{text('panel.noPhases')}</p>}
          {phases.map((phase) => (
            <PhaseRow
              key={phase.id}
              phase={phase}
              count={counts.get(phase.id) ?? 0}
              isActive={phase === active}
              onFocus={() => setChosen(phase.id)}
              take={take}
            />
          ))}
        </div>
        <Refusal inset="list">{refusal}</Refusal>
        <div className={styles.bar}>
          <Button look="plain" icon={<PlusIcon />} onPress={add}>
            {text('panel.addPhase')}
          </Button>
          <span className={styles.gap} />
          {active && (
            <PhaseActions id={active.id} place={phases.indexOf(active)} count={phases.length} take={take} />
          )}
        </div>
      </div>
    </PanelSection>
  );
}

function countByPhase(plan: Plan): ReadonlyMap<PhaseId, number> {
  const counts = new Map<PhaseId, number>();
  if (plan.tables.phase.size === 0) return counts;
  for (const record of allRecords(plan)) {
    if (isPlaced(record) && record.phase !== null)
      counts.set(record.phase, (counts.get(record.phase) ?? 0) + 1);
  }
  return counts;
}

type RowProps = {
  readonly phase: RecordOf<'phase'>;
  readonly count: number;
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly take: ReturnType<typeof useOperation>['take'];
};

function PhaseRow({ phase, count, isActive, onFocus, take }: RowProps) {
  const editor = useEditor();
  return (
    <>
      <div className={styles.row} data-row data-active={isActive} aria-current={isActive}>
        <div className={styles.name}>
          <DraftField
            label={text('panel.phaseName')}
            labelPlacement="hidden"
            onFocus={onFocus}
            value={phase.name}
            onCommit={(name) => take('edit.phase', renameStructure(editor.plan, phase.id, name))}
          />
        </div>
        <div className={styles.date}>
          <DraftField
            label={text('panel.phaseDate')}
            labelPlacement="hidden"
            onFocus={onFocus}
            placeholder={text('panel.date')}
            value={phase.date ?? ''}
            onCommit={(date) =>
              take('edit.phase', updateRecord(editor.plan, phase.id, { date: date.trim() || null }))
            }
          />
        </div>
        <span className={styles.count} title={text('panel.phaseCount', { count })}>
          {count}
        </span>
      </div>
      {isActive && <StructureNotes record={phase} edit="edit.phase" take={take} />}
    </>
  );
}
