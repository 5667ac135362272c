import { addRecord } from '../../../core/operations/add-record.ts';
import { newFields } from '../gestures/new-record.ts';
import { pointsTool } from '../gestures/points-tool.ts';

export const drawRoad = pointsTool({
  id: 'draw-road',
  kind: 'road',
  shape: 'path',
  hint: 'hint.draw-road',
  closes: false,
  fewest: 2,
  add: (context, { id, points }) =>
    addRecord(context.plan, 'road', newFields(context, 'road', { id, path: points })),
});
