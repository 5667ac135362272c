import type { AnyId, PlacedRecord, PlanRecord } from '../../plan/kinds/index.ts';
import { allRecords, isPlaced, type Plan } from '../../plan/plan.ts';

/** Tags that are read as the same are the same: spaces around them and capitals do not count. */
export const foldedTag = (tag: string): string => tag.trim().toLowerCase();

/** The record among some that has a tag, another one than `except`; null when the tag is free. O(n). */
export function holderAmong(
  records: Iterable<PlanRecord>,
  tag: string,
  except: AnyId | null,
): PlacedRecord | null {
  const wanted = foldedTag(tag);
  for (const record of records) {
    if (!isPlaced(record) || record.tag === null || record.id === except) continue;
    if (foldedTag(record.tag) === wanted) return record;
  }
  return null;
}

/** The record of a plan that has a tag already: a tag belongs to one record of a plan, whatever its floor. O(n). */
export function tagHolder(plan: Plan, tag: string, except: AnyId | null = null): PlacedRecord | null {
  return holderAmong(allRecords(plan), tag, except);
}
