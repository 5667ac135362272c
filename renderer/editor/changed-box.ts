import { type Box, boxesTouch, unionOfBoxes } from '../../core/geometry/box.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { IdOf } from '../../core/plan/kinds/index.ts';
import { isPlaced, type Plan } from '../../core/plan/plan.ts';
import { boundsOf } from '../../core/plan/shape.ts';
import type { View } from './view.ts';
import { fit, type Viewport, visibleBox } from './viewport.ts';

/** Beyond so many records those are looked at that come first: there is more to see than fits a window. */
const MOST_LOOKED_AT = 2000;

type Window = {
  readonly plan: Plan;
  readonly view: View;
  readonly viewport: Viewport;
  readonly show: (change: { readonly viewport: Viewport }) => void;
};

/** Shows a part of the plan where something of a change is seen, unless it is already; the box around the change. */
export function broughtIntoView(editor: Window, diff: PlanDiff): Box | null {
  const box = changedBox(editor.plan, diff, editor.view.lens.floor);
  const viewport = box && viewportOn(editor.viewport, box);
  if (viewport) editor.show({ viewport });
  return box;
}

/** The box around what changed on a floor, as it is, or as it was where it is gone; null where nothing is drawn of it. */
function changedBox(plan: Plan, diff: PlanDiff, floor: IdOf<'floor'>): Box | null {
  let box: Box | null = null;
  let looked = 0;
  for (const { before, after } of diff.values()) {
    const record = after ?? before;
    if (!record || !isPlaced(record) || record.floor !== floor) continue;
    looked += 1;
    if (looked > MOST_LOOKED_AT) break;
    const bounds = boundsOf(record, plan);
    if (bounds) box = box ? unionOfBoxes(box, bounds) : bounds;
  }
  return box;
}

/**
 * The viewport in which something of a box is seen: null while some of it is already. Its scale stays where the box
 * fits at that.
 */
function viewportOn(viewport: Viewport, box: Box): Viewport | null {
  const shown = visibleBox(viewport);
  if (boxesTouch(box, shown)) return null;
  const centre = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
  const fits =
    box.maxX - box.minX <= shown.maxX - shown.minX && box.maxY - box.minY <= shown.maxY - shown.minY;
  return fits ? { ...viewport, centre } : fit(viewport, box);
}
