import { addOutline } from '../gestures/add-outline.ts';
import { pointsTool } from '../gestures/points-tool.ts';

export const drawArea = pointsTool({
  id: 'draw-area',
  kind: 'area',
  shape: 'outline',
  hint: 'hint.draw-area',
  closes: true,
  fewest: 3,
  add: (context, points) => addOutline(context, 'area', points),
});
