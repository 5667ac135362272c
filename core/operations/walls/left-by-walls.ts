import type { PlanDiff } from '../../plan/diff.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { isKind, kindOf } from '../../plan/plan.ts';

/** The areas that followed their walls until an edit of walls left them without a face of their own. */
export function leftByWalls(diff: PlanDiff): readonly RecordOf<'area'>[] {
  const left: RecordOf<'area'>[] = [];
  let hasWalls = false;
  for (const [id, { before, after }] of diff) {
    if (kindOf(id) === 'wall') hasWalls = true;
    if (!before || !after || !isKind(before, 'area') || !isKind(after, 'area')) continue;
    if (before.follows === 'walls' && after.follows === null) left.push(after);
  }
  return hasWalls ? left : [];
}
