import { addAimed } from '../../gestures/add-aimed.ts';
import { aimedTool } from '../../gestures/aimed-tool.ts';
import { spotBesideFace } from '../../gestures/device-spot.ts';

/** Places equipment with its back to a wall close by, unless it is aimed. */
export const placeEquipment = aimedTool({
  id: 'place-equipment',
  kind: 'equipment',
  hint: 'hint.place-equipment',
  spotAt: spotBesideFace,
  add: (context, id, { at, direction }) => addAimed(context, 'equipment', { id, at, direction }),
});
