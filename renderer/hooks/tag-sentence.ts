import type { PlacedRecord } from '../../core/plan/kinds/index.ts';
import { getRecord, type Plan, settingsOf } from '../../core/plan/plan.ts';
import { formatLength } from '../../core/quantity.ts';
import { recordMiddle } from '../../core/query/record-measures.ts';
import { text } from '../messages/text.ts';
import { kindTitle } from './record-title.ts';

/** Who has a tag that another record would get: its kind, place and floor. */
export function tagTakenSentence(plan: Plan, holder: PlacedRecord): string {
  const { displayUnit: unit } = settingsOf(plan);
  const at = recordMiddle(holder, plan) ?? { x: 0, y: 0 };
  return text('tag.takenBy', {
    tag: holder.tag ?? '',
    kind: kindTitle(holder).toLowerCase(),
    x: formatLength(at.x, unit, 1),
    y: formatLength(at.y, unit, 1),
    floor: getRecord(plan, holder.floor)?.name ?? '',
  });
}
