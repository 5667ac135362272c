import type { Point } from '../../core/geometry/point.ts';
import type { RecordOf } from '../../core/plan/kinds/index.ts';
import { getRecord, isKind } from '../../core/plan/plan.ts';
import type { SpatialIndex } from '../../core/plan/spatial-index.ts';
import { planToPicture } from '../../core/plan/underlay-frame.ts';
import { isInWindow } from './is-selectable.ts';
import type { Shown } from './window-lens.ts';

/** A shown picture that lies under a place, also a locked one; null when there is none. */
export function shownPictureAt(
  at: Point,
  shown: Shown & { readonly index: SpatialIndex },
): RecordOf<'underlay'> | null {
  const box = { minX: at.x, minY: at.y, maxX: at.x, maxY: at.y };
  for (const id of shown.index.query(box, shown.view.lens.floor)) {
    const record = getRecord(shown.plan, id);
    if (record && isKind(record, 'underlay') && isInWindow(shown, record) && covers(record, at))
      return record;
  }
  return null;
}

function covers(underlay: RecordOf<'underlay'>, at: Point): boolean {
  const { x, y } = planToPicture(underlay, at);
  return x >= 0 && y >= 0 && x <= underlay.widthPx && y <= underlay.heightPx;
}
