import { addRecord } from '../../../../core/operations/add-record.ts';
import { err } from '../../../../core/result.ts';
import { newFields, newTag } from '../../gestures/new-record.ts';
import { ringOf } from '../../gestures/outline.ts';
import { pointsTool } from '../../gestures/points-tool.ts';

/** Within an outline or a rectangle, or at one place: Enter after the first click. */
export const placeAsset = pointsTool({
  id: 'place-asset',
  kind: 'asset',
  shape: 'outline',
  hint: 'hint.place-asset',
  closes: true,
  fewest: 1,
  add: (context, { id, points }) => {
    const [at = null, second] = points;
    const ring = second ? ringOf(points) : null;
    if (second && !ring) return err('no-area');
    const fields = newFields(context, 'asset', { id, at: ring ? null : at, ring });
    return addRecord(context.plan, 'asset', { ...fields, tag: newTag(context, 'asset', fields) });
  },
});
