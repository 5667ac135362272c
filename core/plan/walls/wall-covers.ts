import { type Point, samePoint } from '../../geometry/point.ts';
import { distanceToSegment } from '../../geometry/segment.ts';
import type { RecordOf } from '../kinds/index.ts';

type Wall = Pick<RecordOf<'wall'>, 'a' | 'b' | 'bulge'>;

const NEAR = 0.001;

/**
 * Whether one of two walls lies wholly on the other: within 1 mm over its whole length. A bent one lies on
 * its like alone.
 */
export function wallCovers(first: Wall, second: Wall): boolean {
  if (first.bulge !== 0 || second.bulge !== 0) return isSameArc(first, second);
  return liesOn(first, second) || liesOn(second, first);
}

/*  longer   a ------------------------------ b
 *  shorter        a ---------- b                 both ends within NEAR of the longer  */
function liesOn(shorter: Wall, longer: Wall): boolean {
  return isNear(shorter.a, longer) && isNear(shorter.b, longer);
}

function isNear(point: Point, { a, b }: Wall): boolean {
  if (point.x < Math.min(a.x, b.x) - NEAR || point.x > Math.max(a.x, b.x) + NEAR) return false;
  return distanceToSegment(point, a, b) <= NEAR;
}

function isSameArc(first: Wall, { a, b, bulge }: Wall): boolean {
  const sameWay = samePoint(first.a, a) && samePoint(first.b, b) && first.bulge === bulge;
  return sameWay || (samePoint(first.a, b) && samePoint(first.b, a) && first.bulge === -bulge);
}
