import { angleOf, dot, type Point, perpendicular, polar, scale, subtract } from '../../geometry/point.ts';
import { distanceToSegment } from '../../geometry/segment.ts';
import { type SightPieces, STANDS_ON } from '../sight/sight-pieces.ts';

/** A lens, where it is and where it looks to, radians. */
type Lens = { readonly at: Point; readonly height: number; readonly direction: number };

/**
 * Where the face looks to of what a lens stands in: a camera on the line of a wall, of which nobody says that it is mounted
 * on it, looks out of that wall on the side that it looks to, not out of both. Null where it stands in nothing.
 *
 * @param near numbers of the pieces that may be there
 */
export function faceStoodIn(
  { segments, heights, through }: SightPieces,
  near: Iterable<number>,
  lens: Lens,
): number | null {
  for (const piece of near) {
    const [low = 0, high = 0] = heights.subarray(2 * piece, 2 * piece + 2);
    // Through mesh it looks to both sides, over what is lower as well.
    if ((through[piece] ?? 0) > 0 || lens.height < low || lens.height > high) continue;
    const [ax = 0, ay = 0, bx = 0, by = 0] = segments.subarray(4 * piece, 4 * piece + 4);
    const [a, b] = [
      { x: ax, y: ay },
      { x: bx, y: by },
    ];
    if (distanceToSegment(lens.at, a, b) > STANDS_ON) continue;
    const left = perpendicular(subtract(b, a));
    const ahead = dot(polar(lens.direction, 1), left) < 0 ? scale(left, -1) : left;
    return angleOf({ x: 0, y: 0 }, ahead);
  }
  return null;
}
