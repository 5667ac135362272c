import { addRecord } from '../../../core/operations/add-record.ts';
import { aimedTool } from '../gestures/aimed-tool.ts';
import { spotBesideFace } from '../gestures/device-spot.ts';
import { newFields, newTag } from '../gestures/new-record.ts';

/** Places guard posts, looking away from the wall behind them unless they are aimed. */
export const placePost = aimedTool({
  id: 'place-post',
  kind: 'post',
  hint: 'hint.place-post',
  spotAt: spotBesideFace,
  add: (context, id, { at, direction }) => {
    const fields = newFields(context, 'post', { id, at, direction });
    return addRecord(context.plan, 'post', { ...fields, tag: newTag(context, 'post', fields) });
  },
});
