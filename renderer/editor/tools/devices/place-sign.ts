import { addAimed } from '../../gestures/add-aimed.ts';
import { aimedTool } from '../../gestures/aimed-tool.ts';
import { spotBesideFace } from '../../gestures/device-spot.ts';

/** Places signs; they are aimed at those who read them. */
export const placeSign = aimedTool({
  id: 'place-sign',
  kind: 'sign',
  hint: 'hint.place-sign',
  spotAt: spotBesideFace,
  add: (context, id, { at, direction }) => addAimed(context, 'sign', { id, at, direction }),
});
