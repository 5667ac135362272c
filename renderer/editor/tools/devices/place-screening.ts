import { addAimed } from '../../gestures/add-aimed.ts';
import { aimedTool } from '../../gestures/aimed-tool.ts';
import { spotBesideFace } from '../../gestures/device-spot.ts';

/** Places screening equipment; it is aimed along the way that people or vehicles pass. */
export const placeScreening = aimedTool({
  id: 'place-screening',
  kind: 'screening',
  hint: 'hint.place-screening',
  spotAt: spotBesideFace,
  add: (context, id, { at, direction }) => addAimed(context, 'screening', { id, at, direction }),
});
