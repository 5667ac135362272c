import { addOutline } from '../gestures/add-outline.ts';
import { pointsTool } from '../gestures/points-tool.ts';

export const drawPropertyLine = pointsTool({
  id: 'draw-property-line',
  kind: 'propertyLine',
  shape: 'outline',
  hint: 'hint.draw-property-line',
  closes: true,
  fewest: 3,
  add: (context, points) => addOutline(context, 'propertyLine', points),
});
