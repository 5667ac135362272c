import { allRecords, isKind, isPlaced, type Plan } from '../plan/plan.ts';
import type { PlanRecord, RecordOf } from '../plan/records/index.ts';

/** How tags of a sort of record begin, and how many digits their number has at least. */
export type TagSeries = { readonly prefix: string; readonly digits: number };

const barrierPrefixes: { readonly [T in RecordOf<'barrier'>['type']]: string } = {
  wall: 'W',
  jersey: 'J',
  planter: 'PL',
  boulder: 'BO',
  cable: 'CB',
  guardrail: 'GR',
  trench: 'TR',
  wedge: 'WB',
  'drop-arm': 'DA',
  beam: 'BM',
  'sliding-gate': 'SG',
};

/** The series that number the tags of a record, or null when records of its kind are not tagged. */
export function tagSeriesOf(record: PlanRecord): TagSeries | null {
  if (isKind(record, 'camera')) return { prefix: 'C', digits: 2 };
  if (isKind(record, 'barrier')) return { prefix: barrierPrefixes[record.type], digits: 1 };
  if (isKind(record, 'bollards')) return { prefix: 'B', digits: 1 };
  if (isKind(record, 'post')) return { prefix: 'GP', digits: 1 };
  if (isKind(record, 'gate')) return { prefix: 'G', digits: 1 };
  return null;
}

/** All tags in use on the plan. O(n). */
export function tagsOf(plan: Plan): ReadonlySet<string> {
  const tags = new Set<string>();
  for (const record of allRecords(plan)) if (isPlaced(record) && record.tag !== null) tags.add(record.tag);
  return tags;
}

/** The tag after the highest one of a series that is taken: "C-08" after "C-07". Gaps stay empty. */
export function tagAfter({ prefix, digits }: TagSeries, taken: Iterable<string>): string {
  let highest = 0;
  for (const tag of taken) {
    const number = tag.startsWith(`${prefix}-`) ? tag.slice(prefix.length + 1) : '';
    if (/^\d{1,9}$/.test(number)) highest = Math.max(highest, Number(number));
  }
  return `${prefix}-${String(highest + 1).padStart(digits, '0')}`;
}

/** The next free tag for a record that joins the plan, or null when its kind is not tagged. */
export function nextTag(plan: Plan, record: PlanRecord): string | null {
  const series = tagSeriesOf(record);
  return series && tagAfter(series, tagsOf(plan));
}
