import { addAimed } from '../../gestures/add-aimed.ts';
import { aimedTool } from '../../gestures/aimed-tool.ts';
import { spotOnFace } from '../../gestures/device-spot.ts';

/** Places lights: on the face of a wall or building that is near, else where the pointer is. */
export const placeLight = aimedTool({
  id: 'place-light',
  kind: 'light',
  hint: 'hint.place-light',
  spotAt: spotOnFace,
  add: (context, id, { at, direction }) => addAimed(context, 'light', { id, at, direction }),
});
