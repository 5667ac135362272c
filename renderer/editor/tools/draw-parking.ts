import { angleOf, type Point } from '../../../core/geometry/point.ts';
import { addRecord } from '../../../core/operations/add-record.ts';
import { err } from '../../../core/result.ts';
import { newFields } from '../gestures/new-record.ts';
import { ringOf } from '../gestures/outline.ts';
import { pointsTool } from '../gestures/points-tool.ts';

/** Cars stand across the side that was drawn first. */
function standingDirection([first, second]: readonly Point[]): number {
  return first && second ? angleOf(first, second) + Math.PI / 2 : 0;
}

export const drawParking = pointsTool({
  id: 'draw-parking',
  kind: 'parking',
  shape: 'outline',
  hint: 'hint.draw-parking',
  closes: true,
  fewest: 3,
  add: (context, { id, points }) => {
    const ring = ringOf(points);
    if (!ring) return err('no-area');
    const direction = standingDirection(points);
    return addRecord(context.plan, 'parking', newFields(context, 'parking', { id, ring, direction }));
  },
});
