import { addRecord } from '../../../../core/operations/add-record.ts';
import { err } from '../../../../core/result.ts';
import { newFields, newTag } from '../../gestures/new-record.ts';
import { ringOf } from '../../gestures/outline.ts';
import { pointsTool } from '../../gestures/points-tool.ts';

/** Draws an area in which cameras must meet a level. */
export const drawCoverageZone = pointsTool({
  id: 'draw-coverage-zone',
  kind: 'coverageZone',
  shape: 'outline',
  hint: 'hint.draw-coverage-zone',
  closes: true,
  fewest: 3,
  add: (context, { id, points }) => {
    const ring = ringOf(points);
    if (!ring) return err('no-area');
    const fields = newFields(context, 'coverageZone', { id, ring });
    return addRecord(context.plan, 'coverageZone', {
      ...fields,
      tag: newTag(context, 'coverageZone', fields),
    });
  },
});
