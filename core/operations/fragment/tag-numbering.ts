import type { Plan } from '../../plan/plan.ts';
import type { IdOf, PlacedRecord } from '../../plan/records/index.ts';
import { type TagSeries, tagAfter, tagBookOf, tagOnFloor, tagSeriesOf, tagsOf } from '../next-tag.ts';

/**
 * Gives one record after the other a tag that no other one has.
 *
 * A record keeps its tag while it is free; else it gets the next of its series, or none where its kind
 * has no series. Constant time a record once a series has begun.
 */
export function uniqueTags(plan: Plan, taken: ReadonlySet<string> = tagsOf(plan)) {
  const given = new Set<string>();
  const last = new Map<string, string>();
  const isFree = (tag: string) => !taken.has(tag) && !given.has(tag);
  const nextOf = (series: TagSeries): string => {
    const before = last.get(series.prefix);
    let tag = tagAfter(series, before === undefined ? taken : [before]);
    while (!isFree(tag)) tag = tagAfter(series, [tag]);
    last.set(series.prefix, tag);
    return tag;
  };
  return (record: PlacedRecord): string | null => {
    if (record.tag === null) return null;
    const series = isFree(record.tag) ? null : tagSeriesOf(record);
    const tag = series ? nextOf(series) : isFree(record.tag) ? record.tag : null;
    if (tag !== null) given.add(tag);
    return tag;
  };
}

/**
 * Gives one record after the other the tag that a new one would get on a floor; none where its kind has no
 * series or it has no tag. Constant time a record once a series has begun.
 */
export function floorTags(plan: Plan, floor: IdOf<'floor'>) {
  const book = tagBookOf(plan);
  const last = new Map<string, string>();
  return (record: PlacedRecord): string | null => {
    const series = record.tag === null ? null : tagSeriesOf(record);
    if (!series) return null;
    const before = last.get(series.prefix);
    const onFloor = before === undefined ? book.onFloor : new Map([[floor, new Set([before])]]);
    const tag = tagOnFloor(series, { ...book, onFloor }, floor);
    last.set(series.prefix, tag);
    return tag;
  };
}
