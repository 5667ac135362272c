import {
  add,
  angleOf,
  dot,
  type Point,
  polar,
  quantisePoint,
  scale,
  subtract,
} from '../../../core/geometry/point.ts';
import type { Segment } from '../../../core/geometry/segment.ts';
import type { Hold, Snap, SnapOptions } from '../tool.ts';
import { attractorsNear, crossingsOf, nearestTo } from './snap-attractors.ts';
import { SNAP_PX } from './snap-result.ts';
import type { SnapScene } from './snap-scene.ts';

type HeldOptions = SnapOptions & { readonly from: Point };
type HeldScene = SnapScene & { readonly hold: Hold };

/** The place of the pointer where a part of it was typed: on a ray, on a circle, or where both say. */
export function snapHeld(point: Point, options: HeldOptions, scene: HeldScene): Snap {
  const { from } = options;
  const { length, angle } = scene.hold;
  const direction = angle ?? directionTo(point, options);
  const at = quantisePoint(
    length === null
      ? alongRay(point, polar(direction, 1), { options, scene })
      : add(from, polar(direction, length)),
  );
  return { at, name: 'none', guides: [{ type: 'line', from, to: at }] };
}

const QUARTER = Math.PI / 2;

function directionTo(point: Point, { from, ortho }: HeldOptions): number {
  const angle = angleOf(from, point);
  return ortho ? Math.round(angle / QUARTER) * QUARTER : angle;
}

/*  from ---------- at ----->   ray of the typed angle; level with an end near the pointer, or where the
 *                   ' pointer   ray meets an edge, else at the foot of the pointer  */
function alongRay(
  point: Point,
  along: Point,
  { options, scene }: { readonly options: HeldOptions; readonly scene: HeldScene },
): Point {
  const { from } = options;
  const onRay = (place: Point): Point =>
    add(from, scale(along, Math.max(dot(subtract(place, from), along), 0)));
  const foot = onRay(point);
  if (!scene.view.snaps.isOn) return foot;
  const reach = SNAP_PX / scene.pixelsPerMetre;
  const end = nearestTo(point, attractorsNear(point, { reach, options, scene }).ends, reach);
  if (end) return onRay(end);
  const line: Segment = [add(foot, scale(along, -2 * reach)), add(foot, scale(along, 2 * reach))];
  const { edges } = attractorsNear(foot, { reach, options, scene });
  return nearestTo(foot, crossingsOf(edges, line), reach) ?? foot;
}
