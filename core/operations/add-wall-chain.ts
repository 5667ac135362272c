import type { Point } from '../geometry/point.ts';
import type { PlanDiff } from '../plan/diff.ts';
import type { IdOf } from '../plan/kinds/index.ts';
import type { NewRecord } from '../plan/parse-record.ts';
import type { Plan } from '../plan/plan.ts';
import type { Result } from '../result.ts';
import { type AddWallRefusal, putWall } from './add-wall.ts';
import { tryShapeEdit } from './try-edit.ts';

export type WallChain = {
  /** Where the walls meet; a chain that ends where it began is closed. */
  readonly points: readonly Point[];
  /** What all walls of the chain have in common. */
  readonly fields: Omit<NewRecord<'wall'>, 'id' | 'a' | 'b'>;
  /** Makes one id each time it is called. */
  readonly newId: () => IdOf<'wall'>;
};

/** Diff that adds one straight wall between each two neighbouring points; refuses all when one is refused. */
export function addWallChain(
  plan: Plan,
  { points, fields, newId }: WallChain,
): Result<PlanDiff, AddWallRefusal> {
  return tryShapeEdit(plan, (draft) => {
    if (points.length < 2) return 'too-short';
    for (const [index, b] of points.entries()) {
      const a = points[index - 1];
      const refusal = a ? putWall(draft, { ...fields, id: newId(), a, b }) : null;
      if (refusal) return refusal;
    }
    return null;
  });
}
