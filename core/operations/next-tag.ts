import { definitionOf } from '../plan/kinds/definition.ts';
import type { IdOf, PlanRecord } from '../plan/kinds/index.ts';
import { allRecords, inOrder, isPlaced, kindOf, type Plan } from '../plan/plan.ts';
import { foldedTag } from './tags/tag-holder.ts';

/** How tags of a sort of record begin, and how many digits their number has at least. */
export type TagSeries = { readonly prefix: string; readonly digits: number };

/** The series that number the tags of a record, or null when records of its kind are not tagged. */
export function tagSeriesOf(record: PlanRecord): TagSeries | null {
  const { tags } = definitionOf(kindOf(record.id));
  if (!tags || 'prefix' in tags) return tags;
  const prefix = 'type' in record ? tags.prefixes[record.type] : undefined;
  return prefix === undefined ? null : { prefix, digits: tags.digits };
}

/** The number of a tag of a series; 0 when it is no tag of it. */
function numberIn(tag: string, prefix: string): number {
  const number = tag.startsWith(`${prefix}-`) ? tag.slice(prefix.length + 1) : '';
  return /^\d{1,9}$/.test(number) ? Number(number) : 0;
}

/** A tag as it is printed: "C-08". */
export function writtenTag({ prefix, digits }: TagSeries, number: number): string {
  return `${prefix}-${String(number).padStart(digits, '0')}`;
}

type Floor = IdOf<'floor'>;

/** The tags in use on a plan, folded, and on each of its floors as they are; floors in their order. */
export type TagBook = {
  readonly all: ReadonlySet<string>;
  readonly onFloor: ReadonlyMap<Floor, ReadonlySet<string>>;
  readonly floors: readonly Floor[];
};

/** O(n). */
export function tagBookOf(plan: Plan): TagBook {
  const all = new Set<string>();
  const onFloor = new Map<Floor, Set<string>>();
  for (const record of allRecords(plan)) {
    if (!isPlaced(record) || record.tag === null) continue;
    all.add(foldedTag(record.tag));
    const tags = onFloor.get(record.floor) ?? new Set<string>();
    onFloor.set(record.floor, tags.add(record.tag));
  }
  return { all, onFloor, floors: inOrder(plan, 'floor').map(({ id }) => id) };
}

const TAGS_A_FLOOR = 100;

/** The highest number of a series on a floor; where it has none yet, the one before the floor's own hundred. */
export function highestOnFloor(series: TagSeries, { onFloor, floors }: TagBook, floor: Floor): number {
  let number = Math.max(floors.indexOf(floor), 0) * TAGS_A_FLOOR;
  for (const tag of onFloor.get(floor) ?? []) number = Math.max(number, numberIn(tag, series.prefix));
  return number;
}

/**
 * The next free tag of a series on a floor: after the highest one there, else from the floor's own hundred
 * on: "C-01" on the first floor of the plan, "C-101" on the second. No other record of the plan has it.
 */
export function tagOnFloor(series: TagSeries, book: TagBook, floor: Floor): string {
  let number = highestOnFloor(series, book, floor);
  do number++;
  while (book.all.has(foldedTag(writtenTag(series, number))));
  return writtenTag(series, number);
}

/** The next free tag for a record that joins the plan, or null when its kind is not tagged. */
export function nextTag(plan: Plan, record: PlanRecord): string | null {
  const series = tagSeriesOf(record);
  return series && isPlaced(record) ? tagOnFloor(series, tagBookOf(plan), record.floor) : null;
}
