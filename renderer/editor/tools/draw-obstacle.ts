import { addOutline } from '../gestures/add-outline.ts';
import { pointsTool } from '../gestures/points-tool.ts';

export const drawObstacle = pointsTool({
  id: 'draw-obstacle',
  kind: 'obstacle',
  shape: 'outline',
  hint: 'hint.draw-obstacle',
  closes: true,
  fewest: 3,
  add: (context, points) => addOutline(context, 'obstacle', points),
});
