import type { Point } from '../../../core/geometry/point.ts';
import { distanceTo } from '../../../core/plan/hit.ts';
import type { PlacedKind, PlanRecord, RecordOf } from '../../../core/plan/kinds/index.ts';
import { getRecord, isKind, isPlaced } from '../../../core/plan/plan.ts';
import { isSelectable } from '../is-selectable.ts';
import { boxAround } from '../snap/snap-attractors.ts';
import type { ToolContext } from '../tool.ts';

type Host<K extends PlacedKind> = Extract<PlanRecord, RecordOf<K>>;

/** The nearest record of a kind that may be changed, within metres of a point on the shown floor. */
export function nearestHost<K extends PlacedKind>(
  context: ToolContext,
  kind: K,
  { point, reach }: { readonly point: Point; readonly reach: number },
): Host<K> | null {
  const { plan, index, view } = context;
  let best: Host<K> | null = null;
  let least = reach;
  for (const id of index.query(boxAround(point, reach, reach), view.lens.floor)) {
    const record = getRecord(plan, id);
    if (!record || !isPlaced(record) || record.locked || !isSelectable(context, record)) continue;
    if (!isKind(record, kind)) continue;
    const distance = distanceTo(record, plan, point);
    if (distance > least || (best && distance === least)) continue;
    best = record as Host<K>;
    least = distance;
  }
  return best;
}
