import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { PlacedRecord, PlanRecord } from '../../../core/plan/kinds/index.ts';
import { isPlaced, type Plan, settingsOf } from '../../../core/plan/plan.ts';
import { formatLength } from '../../../core/quantity.ts';
import { recordMiddle } from '../../../core/query/record-measures.ts';
import { kindTitle, recordTitle } from '../../hooks/record-title.ts';
import { isMessageKey, text } from '../../messages/text.ts';

type Edit = { readonly diff: PlanDiff; readonly label: string };

const placed = (records: readonly (PlanRecord | null)[]): readonly PlacedRecord[] =>
  records.filter((record): record is PlacedRecord => record !== null && isPlaced(record));

function nameOf(record: PlacedRecord, plan: Plan): string {
  return `${kindTitle(record)} ${recordTitle(record, plan, settingsOf(plan).displayUnit)}`.trim();
}

/** One record by its name, more by their number. */
function namesOf(records: readonly PlacedRecord[], plan: Plan): string {
  const [first] = records;
  if (first && records.length === 1) return nameOf(first, plan);
  return text('said.records', { count: records.length.toLocaleString('en') });
}

function placeOf(records: readonly PlacedRecord[], plan: Plan): string {
  const middle = records.length === 1 && records[0] ? recordMiddle(records[0], plan) : null;
  if (!middle) return '';
  const { displayUnit } = settingsOf(plan);
  const [x, y] = [formatLength(middle.x, displayUnit), formatLength(middle.y, displayUnit)];
  return ` ${text('said.at', { x, y })}`;
}

/** What an edit did to the drawing, as it is said: "Camera C-08 added at 12.000 m, 4.000 m". */
export function editSentence({ diff, label }: Edit, plan: Plan): string {
  const changes = [...diff.values()];
  const added = placed(changes.flatMap(({ before, after }) => (before ? [] : [after])));
  const removed = placed(changes.flatMap(({ before, after }) => (after ? [] : [before])));
  const changed = placed(changes.flatMap(({ before, after }) => (before ? [after] : [])));
  const parts = [
    ...(added.length > 0 ? [text('said.added', { names: namesOf(added, plan) }) + placeOf(added, plan)] : []),
    ...(removed.length > 0 ? [text('said.removed', { names: namesOf(removed, plan) })] : []),
    ...(changed.length > 0 && added.length + removed.length === 0
      ? [text('said.changed', { names: namesOf(changed, plan) }) + placeOf(changed, plan)]
      : []),
  ];
  return parts.join(', ') || (isMessageKey(label) ? text(label) : label);
}
