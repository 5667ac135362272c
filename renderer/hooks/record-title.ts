import type { PlacedRecord } from '../../core/plan/kinds/index.ts';
import { isKind, kindOf, type Plan } from '../../core/plan/plan.ts';
import { type DisplayUnit, formatArea, formatLength } from '../../core/quantity.ts';
import { recordArea, recordLength, recordMiddle } from '../../core/query/record-measures.ts';
import { isMessageKey, text } from '../messages/text.ts';

/** What the person calls the kind of a record. */
export const kindTitle = (record: PlacedRecord): string => text(`kind.${kindOf(record.id)}`);

/** The name that the record itself carries: its tag, its name, its text; empty when it has none. */
function ownName(record: PlacedRecord): string {
  if (record.tag) return record.tag;
  const own = 'name' in record ? record.name : 'text' in record ? (record.text ?? '') : '';
  return own.split('\n')[0] ?? '';
}

/** Its type as the inspector shows it: what tells an untagged door from a window. */
function typeTitle(record: PlacedRecord): string {
  const {
    type,
    use,
    class: sort,
  } = record as { readonly type?: string; readonly use?: string; readonly class?: string };
  const key = `inspector.choice.${type ?? use ?? sort ?? ''}`;
  return isMessageKey(key) ? text(key) : '';
}

function measureTitle(record: PlacedRecord, plan: Plan, unit: DisplayUnit): string {
  const area = isKind(record, 'propertyLine') ? null : recordArea(record, plan);
  if (area !== null) return formatArea(area, unit, 0);
  const along = recordLength(record, plan);
  if (along !== null && along > 0) return formatLength(along, unit, 2);
  const at = recordMiddle(record, plan);
  return at ? `${formatLength(at.x, unit, 1)}, ${formatLength(at.y, unit, 1)}` : '';
}

const known: { readonly [U in DisplayUnit]: WeakMap<PlacedRecord, string> } = {
  m: new WeakMap(),
  'ft-in': new WeakMap(),
};

/** How a list names a record: its own name, or what tells it from others of its kind: type and measure. */
export function recordTitle(record: PlacedRecord, plan: Plan, unit: DisplayUnit): string {
  const kept = known[unit].get(record);
  if (kept !== undefined) return kept;
  const title =
    ownName(record) || [typeTitle(record), measureTitle(record, plan, unit)].filter(Boolean).join(' ');
  known[unit].set(record, title);
  return title;
}
