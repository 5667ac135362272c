import { SNAP_PX, unsnapped } from '../snap/snap-result.ts';
import type { PointerToolEvent, ToolContext } from '../tool.ts';
import type { Spot } from './aimed-tool.ts';
import { nearestFace } from './nearest-face.ts';
import { snapped } from './pointer.ts';

// A device that stands no farther from a wall than this looks away from it, metres.
const BEHIND_REACH = 3;

/** Where a device stands that is not mounted on anything: as snapped, looking away from a wall close by. */
export function spotBesideFace(event: PointerToolEvent, context: ToolContext): Spot {
  const { at, guides } = event.alt ? unsnapped(event.at) : snapped(event, context);
  const behind = nearestFace(context, { point: event.at, reach: BEHIND_REACH });
  return { at, direction: behind?.outwards ?? 0, mountedOn: null, guides };
}

/** Where a device stands that is mounted on the wall or building near the pointer, looking away from it. */
export function spotOnFace(event: PointerToolEvent, context: ToolContext): Spot {
  const reach = SNAP_PX / context.pixelsPerMetre;
  const mayMount = context.view.snaps.isOn && !event.alt;
  const face = mayMount ? nearestFace(context, { point: event.at, reach }) : null;
  if (!face) return spotBesideFace(event, context);
  const { at, host, outwards } = face;
  return { at, direction: outwards, mountedOn: host, guides: [{ type: 'mark', at, name: 'edge' }] };
}
