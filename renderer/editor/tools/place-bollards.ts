import { addRecord } from '../../../core/operations/add-record.ts';
import { newFields, newTag } from '../gestures/new-record.ts';
import { pointsTool } from '../gestures/points-tool.ts';

/** A row from one end to the other; Enter after the first click places a single bollard. */
export const placeBollards = pointsTool({
  id: 'place-bollards',
  kind: 'bollards',
  shape: 'span',
  hint: 'hint.place-bollards',
  closes: false,
  fewest: 1,
  add: (context, { id, points }) => {
    const fields = newFields(context, 'bollards', { id, path: points });
    return addRecord(context.plan, 'bollards', { ...fields, tag: newTag(context, 'bollards', fields) });
  },
});
