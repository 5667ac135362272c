import type { Point } from '../../geometry/point.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import { planKinds } from '../../plan/kinds/index.ts';
import type { NewRecord } from '../../plan/parse-record.ts';
import type { Plan } from '../../plan/plan.ts';
import { pictureToPlan } from '../../plan/underlay-frame.ts';
import type { Result } from '../../result.ts';
import { type AddRefusal, addRecord } from '../add-record.ts';

/** An underlay to be placed by the plan point of its middle. */
export type NewUnderlay = Omit<NewRecord<'underlay'>, 'at'> & { readonly centre: Point };

/** Diff that adds a picture beneath the drawing with its middle at `centre`. */
export function placeUnderlay(plan: Plan, { centre, ...fields }: NewUnderlay): Result<PlanDiff, AddRefusal> {
  const frame = { ...planKinds.underlay.defaults, ...fields, at: { x: 0, y: 0 } };
  const middle = pictureToPlan(frame, { x: frame.widthPx / 2, y: frame.heightPx / 2 });
  return addRecord(plan, 'underlay', { ...fields, at: { x: centre.x - middle.x, y: centre.y - middle.y } });
}
