import { addRecord } from '../../../../core/operations/add-record.ts';
import { newFields, newTag } from '../../gestures/new-record.ts';
import { pointsTool } from '../../gestures/points-tool.ts';

/** Draws the way of a vehicle towards the line that must stop it. */
export const drawApproach = pointsTool({
  id: 'draw-approach',
  kind: 'approach',
  shape: 'path',
  hint: 'hint.draw-approach',
  closes: false,
  fewest: 2,
  add: (context, { id, points }) => {
    const fields = newFields(context, 'approach', { id, path: points });
    return addRecord(context.plan, 'approach', { ...fields, tag: newTag(context, 'approach', fields) });
  },
});
