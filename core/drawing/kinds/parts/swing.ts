import { angleOf, distanceBetween, type Point, rotate } from '../../../geometry/point.ts';
import type { Path } from '../../draw-item.ts';
import { linePath } from '../../paths.ts';

/** A leaf opened by a quarter turn from its hinge, and the arc its edge runs along. */
export function swing(hinge: Point, edge: Point, side: 'left' | 'right'): { leaf: Path; arc: Path } {
  const turn = side === 'left' ? Math.PI / 2 : -Math.PI / 2;
  const radius = distanceBetween(hinge, edge);
  const start = angleOf(hinge, edge);
  return {
    leaf: linePath(hinge, rotate(edge, turn, hinge)),
    arc: [
      ['M', edge.x, edge.y],
      ['A', hinge.x, hinge.y, radius, start, start + turn, side === 'left'],
    ],
  };
}
