import type { Plan } from '../../plan/plan.ts';
import type { PlacedRecord } from '../../plan/records/index.ts';
import { type TagSeries, tagAfter, tagSeriesOf, tagsOf } from '../next-tag.ts';

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
