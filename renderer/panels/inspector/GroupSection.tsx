import { renameStructure } from '../../../core/operations/structure/rename-structure.ts';
import type { IdOf, PlacedRecord, RecordOf } from '../../../core/plan/kinds/index.ts';
import { groupShown, membersOf } from '../../../core/plan/parts/groups.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useLens, usePlan } from '../../hooks/use-editor-state.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { text } from '../../messages/text.ts';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import { useOperation } from '../use-operation.ts';
import { DraftField } from './DraftField.tsx';

/** The group that the records are all of; null when they are less, more or none. */
export function wholeGroupOf(
  plan: Plan,
  records: readonly PlacedRecord[],
  within: IdOf<'group'> | null,
): RecordOf<'group'> | null {
  const [first] = records;
  const group = first ? groupShown(plan, first.group, within) : null;
  if (group === null || membersOf(plan, group).length !== records.length) return null;
  const isAll = records.every((record) => groupShown(plan, record.group, within) === group);
  return (isAll && plan.tables.group.get(group)) || null;
}

/** The name of the group that is selected as a whole. */
export function GroupSection({ records }: { readonly records: readonly PlacedRecord[] }) {
  const editor = useEditor();
  const plan = usePlan();
  const { group: within } = useLens();
  const { take, refusal } = useOperation();
  const group = wholeGroupOf(plan, records, within);
  if (!group) return null;
  return (
    <PanelSection title={text('kind.group')} detail={text('group.inside')}>
      <DraftField
        key={group.id}
        label={text('group.nameLabel')}
        value={group.name}
        check={(name) => (name.trim() === '' ? sentenceOf('no-name') : null)}
        onCommit={(name) => take('edit.renameGroup', renameStructure(editor.plan, group.id, name))}
      />
      <Refusal>{refusal}</Refusal>
    </PanelSection>
  );
}
