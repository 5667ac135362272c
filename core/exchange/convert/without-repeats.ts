import { type Point, quantisePoint, samePoint } from '../../geometry/point.ts';
import { type Form, pointsOf } from '../neutral-drawing.ts';

/** A form without the corners that lie in one place with the one before them, and how many these were. */
export function withoutRepeats(form: Form): { readonly form: Form; readonly dropped: number } {
  if (form.type === 'point') return { form, dropped: 0 };
  const kept: Form =
    form.type === 'line'
      ? { type: 'line', path: distinctNeighbours(form.path, 'open') }
      : {
          type: 'polygon',
          ring: distinctNeighbours(form.ring, 'closed'),
          holes: form.holes.map((hole) => distinctNeighbours(hole, 'closed')),
        };
  const dropped = pointsOf(form).length - pointsOf(kept).length;
  return dropped === 0 ? { form, dropped } : { form: kept, dropped };
}

function distinctNeighbours(points: readonly Point[], ends: 'open' | 'closed'): readonly Point[] {
  // As records keep them: to the millimetre.
  const isSame = (first: Point | undefined, second: Point | undefined) =>
    first !== undefined && second !== undefined && samePoint(quantisePoint(first), quantisePoint(second));
  const kept: Point[] = [];
  for (const point of points) if (!isSame(kept.at(-1), point)) kept.push(point);
  while (ends === 'closed' && kept.length > 1 && isSame(kept[0], kept.at(-1))) kept.pop();
  return kept;
}
