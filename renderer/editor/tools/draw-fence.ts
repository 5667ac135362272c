import { addRecord } from '../../../core/operations/add-record.ts';
import { newFields } from '../gestures/new-record.ts';
import { pointsTool } from '../gestures/points-tool.ts';

export const drawFence = pointsTool({
  id: 'draw-fence',
  kind: 'fence',
  shape: 'path',
  hint: 'hint.draw-fence',
  closes: true,
  fewest: 2,
  add: (context, { id, points, closed }) =>
    addRecord(context.plan, 'fence', newFields(context, 'fence', { id, path: points, closed })),
});
