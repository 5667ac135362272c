import { addRecord } from '../../../core/operations/add-record.ts';
import { aimedTool } from '../gestures/aimed-tool.ts';
import { spotOnFace } from '../gestures/device-spot.ts';
import { newFields, newTag } from '../gestures/new-record.ts';

/** Places cameras: on the face of a wall or building that is near, else where the pointer is. */
export const placeCamera = aimedTool({
  id: 'place-camera',
  kind: 'camera',
  hint: 'hint.place-camera',
  spotAt: spotOnFace,
  add: (context, id, { at, direction, mountedOn }) => {
    const fields = newFields(context, 'camera', { id, at, direction, mountedOn });
    return addRecord(context.plan, 'camera', { ...fields, tag: newTag(context, 'camera', fields) });
  },
});
