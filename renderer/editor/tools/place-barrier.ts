import { addRecord } from '../../../core/operations/add-record.ts';
import { newFields, newTag } from '../gestures/new-record.ts';
import { pointsTool } from '../gestures/points-tool.ts';

export const placeBarrier = pointsTool({
  id: 'place-barrier',
  kind: 'barrier',
  shape: 'span',
  hint: 'hint.place-barrier',
  closes: false,
  fewest: 2,
  add: (context, { id, points }) => {
    const fields = newFields(context, 'barrier', { id, path: points });
    return addRecord(context.plan, 'barrier', { ...fields, tag: newTag(context, 'barrier', fields) });
  },
});
