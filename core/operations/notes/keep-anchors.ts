import type { Draft } from '../../plan/diff.ts';
import type { Lookup } from '../../plan/integrity.ts';
import type { PlanRecord } from '../../plan/kinds/index.ts';
import { anchorPointsOf } from '../../plan/notes/anchor-place.ts';
import { isKind } from '../../plan/plan.ts';
import { carryAnchors } from './carry-anchors.ts';

/**
 * Gives the points of notes on a record that got or lost corners the number that their corner has now.
 *
 * ```
 *   0 ---- 1 ---- 2       a corner between 0 and 1: what was on 1 is on 2 now
 * ```
 */
export function keepAnchors(draft: Draft, before: PlanRecord, after: PlanRecord): void {
  if (isKind(after, 'wall')) return;
  const cornersOf = (record: PlanRecord, lookup: Lookup) => anchorPointsOf(record, lookup).vertices.length;
  const lookup: Lookup = (id) => draft.get(id);
  const wasLookup: Lookup = (id) => (id === before.id ? before : draft.get(id));
  if (cornersOf(before, wasLookup) === cornersOf(after, lookup)) return;
  carryAnchors(draft, { old: before, pieces: [after], endsFollow: false });
}
