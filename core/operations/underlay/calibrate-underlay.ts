import type { Point } from '../../geometry/point.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import type { Plan } from '../../plan/plan.ts';
import { pictureToPlan } from '../../plan/underlay-frame.ts';
import type { Result } from '../../result.ts';
import { quantiseLength } from '../../units.ts';
import { isLocked } from '../is-locked.ts';
import { tryEdit } from '../try-edit.ts';

/** Two points of the picture (pixels from its upper left corner, y down) and their true distance, metres. */
export type Calibration = { readonly a: Point; readonly b: Point; readonly distance: number };

export type CalibrationRefusal = 'not-found' | 'locked' | 'same-point' | 'no-distance' | 'invalid-record';

/**
 * Diff that scales a picture so that two of its points are their true distance apart.
 *
 * The point `a` stays where it is on the plan; rotation is kept. Refuses points less than a pixel
 * apart and distances under 1 mm.
 */
export function calibrateUnderlay(
  plan: Plan,
  id: IdOf<'underlay'>,
  { a, b, distance }: Calibration,
): Result<PlanDiff, CalibrationRefusal> {
  return tryEdit(plan, (draft): CalibrationRefusal | null => {
    const underlay = draft.get(id);
    if (!underlay) return 'not-found';
    if (isLocked(underlay, (other) => draft.get(other))) return 'locked';
    const pixels = Math.hypot(b.x - a.x, b.y - a.y);
    if (!(pixels >= 1)) return 'same-point';
    if (!(quantiseLength(distance) >= 0.001)) return 'no-distance';
    const fixed = pictureToPlan(underlay, a);
    const scaled = { ...underlay, metresPerPixel: distance / pixels, calibration: { a, b, distance } };
    const moved = pictureToPlan(scaled, a);
    const at = { x: underlay.at.x + fixed.x - moved.x, y: underlay.at.y + fixed.y - moved.y };
    const parsed = parseRecord({ ...scaled, at });
    if (!parsed.ok) return 'invalid-record';
    draft.put(parsed.value);
    return null;
  });
}
