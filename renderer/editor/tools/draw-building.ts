import { addOutline } from '../gestures/add-outline.ts';
import { pointsTool } from '../gestures/points-tool.ts';

export const drawBuilding = pointsTool({
  id: 'draw-building',
  kind: 'building',
  shape: 'outline',
  hint: 'hint.draw-building',
  closes: true,
  fewest: 3,
  add: (context, points) => addOutline(context, 'building', points),
});
