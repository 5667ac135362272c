import { addRecord } from '../../../../core/operations/add-record.ts';
import { newFields } from '../../gestures/new-record.ts';
import { pointsTool } from '../../gestures/points-tool.ts';

/** Draws a way that must stay open, from where it begins to where it leads. */
export const drawRoute = pointsTool({
  id: 'draw-route',
  kind: 'route',
  shape: 'path',
  hint: 'hint.draw-route',
  closes: false,
  fewest: 2,
  add: (context, { id, points }) =>
    addRecord(context.plan, 'route', newFields(context, 'route', { id, path: points })),
});
