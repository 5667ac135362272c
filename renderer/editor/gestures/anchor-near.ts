import type { Point } from '../../../core/geometry/point.ts';
import { isInPolygon, polygonArea } from '../../../core/geometry/polygon.ts';
import type { Lookup } from '../../../core/plan/integrity.ts';
import { type AnyId, anchorKinds, type PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { type Anchor, type AttachedAnchor, anchorAt } from '../../../core/plan/notes/anchor-place.ts';
import { getRecord, isPlaced, kindOf } from '../../../core/plan/plan.ts';
import { isInWindow } from '../is-selectable.ts';
import { boxAround } from '../snap/snap-attractors.ts';
import type { ToolContext } from '../tool.ts';

// The step that places are quantised to, and rounding.
const TOUCH = 0.002;

const kinds: readonly string[] = anchorKinds;

function canHold(id: AnyId): id is AttachedAnchor['record'] {
  return kinds.includes(kindOf(id));
}

/** The shown records at a point that a note can be attached to. */
export function anchorRecordsAt(context: ToolContext, point: Point): readonly PlacedRecord[] {
  const { plan, index, view } = context;
  return index.query(boxAround(point, TOUCH, TOUCH), view.lens.floor).flatMap((id) => {
    const record = canHold(id) ? getRecord(plan, id) : undefined;
    return record && isPlaced(record) && isInWindow(context, record) ? [record] : [];
  });
}

/** How a tool finds other records. */
export function lookupIn({ plan }: ToolContext): Lookup {
  return (id) => getRecord(plan, id);
}

/** The anchor at a point: on the corner or edge of a shown record that lies there, else free. */
export function anchorNear(context: ToolContext, point: Point): Anchor {
  return anchorAt(point, anchorRecordsAt(context, point), lookupIn(context));
}

/** The anchor of the smallest surface around a point; null where there is none. */
export function surfaceAnchor(context: ToolContext, point: Point): AttachedAnchor | null {
  let best: { readonly id: AttachedAnchor['record']; readonly size: number } | null = null;
  for (const record of anchorRecordsAt(context, point)) {
    if (!('ring' in record) || !record.ring || !canHold(record.id)) continue;
    const polygon = { ring: record.ring, holes: 'holes' in record ? record.holes : [] };
    if (!isInPolygon(point, polygon)) continue;
    const size = polygonArea(polygon);
    if (!best || size < best.size) best = { id: record.id, size };
  }
  return best && { type: 'attached', record: best.id, place: { type: 'centre' } };
}
