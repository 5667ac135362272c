import { addRecord } from '../../../../core/operations/add-record.ts';
import { newFields, newTag } from '../../gestures/new-record.ts';
import { pointsTool } from '../../gestures/points-tool.ts';

/** Draws the way of a patrol; a click on its first point makes it a round. */
export const drawPatrol = pointsTool({
  id: 'draw-patrol',
  kind: 'patrol',
  shape: 'path',
  hint: 'hint.draw-patrol',
  closes: true,
  fewest: 2,
  add: (context, { id, points, closed }) => {
    const fields = newFields(context, 'patrol', { id, path: points, closed });
    return addRecord(context.plan, 'patrol', { ...fields, tag: newTag(context, 'patrol', fields) });
  },
});
