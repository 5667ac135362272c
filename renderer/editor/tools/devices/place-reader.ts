import type { Point } from '../../../../core/geometry/point.ts';
import type { IdOf } from '../../../../core/plan/kinds/index.ts';
import { addAimed } from '../../gestures/add-aimed.ts';
import { aimedTool } from '../../gestures/aimed-tool.ts';
import { spotOnFace } from '../../gestures/device-spot.ts';
import { nearestHost } from '../../gestures/nearest-host.ts';
import type { ToolContext } from '../../tool.ts';

// A reader no farther from a door or gate than this is taken to control it, metres.
const CONTROL_REACH = 2;

/** The door, passage or gate that a reader at a place most likely controls; a window is none. */
function wayNear(context: ToolContext, point: Point): IdOf<'opening' | 'gate'> | null {
  const near = { point, reach: CONTROL_REACH };
  const opening = nearestHost(context, 'opening', near);
  if (opening && opening.type !== 'window') return opening.id;
  return nearestHost(context, 'gate', near)?.id ?? null;
}

/** Places readers on the face that is near; each takes the door or gate beside it as the one it controls. */
export const placeReader = aimedTool({
  id: 'place-reader',
  kind: 'reader',
  hint: 'hint.place-reader',
  spotAt: spotOnFace,
  add: (context, id, { at, direction }) =>
    addAimed(context, 'reader', { id, at, direction, controls: wayNear(context, at) }),
});
