import { cross, dot, type Point, samePoint, subtract } from '../../geometry/point.ts';
import { projectOnLine } from '../../geometry/segment.ts';
import { reachOf } from '../../geometry/walls/wall-joint.ts';
import { TOLERANCE } from '../integrity.ts';
import type { RecordOf } from '../kinds/index.ts';

type Wall = RecordOf<'wall'>;

/** Vector from `a` to `b`, of length 1. */
export function directionOfWall({ a, b }: Wall): Point {
  const along = subtract(b, a);
  const length = Math.hypot(along.x, along.y);
  return { x: along.x / length, y: along.y / length };
}

/** Which end of a wall lies exactly on a point; null for neither. */
export function endAt(wall: Wall, point: Point): 'a' | 'b' | null {
  if (samePoint(wall.a, point)) return 'a';
  return samePoint(wall.b, point) ? 'b' : null;
}

/*      | end
 *  a ==+======= b     within the body of a straight wall, and not at one of its ends  */
/** Whether the end of a wall meets the body of another one between its ends: a T joint. */
export function isTJoint(end: Point, host: Wall): boolean {
  if (host.bulge !== 0) return false;
  const part = projectOnLine(end, [host.a, host.b]);
  if (part <= 0 || part >= 1 || endAt(host, end)) return false;
  const aside = cross(directionOfWall(host), subtract(end, host.a));
  const { left, right } = reachOf(host);
  return aside <= left + TOLERANCE && aside >= -right - TOLERANCE;
}

/**
 * Where an end goes along its rail when the straight wall it belongs to moves aside.
 *
 * ```
 *   rail  |            |  end'     the end stays on the rail, the wall keeps
 *         | end  ==>   +======     its direction and its distance from what
 *         +=====                   it stood beside
 * ```
 *
 * @param rail direction of the wall that the end slides along, of length 1
 * @returns null where the rail runs nearly along the moving wall: the end would go far away
 */
export function slideAlong(moving: Wall, by: Point, rail: Point): Point | null {
  const along = directionOfWall(moving);
  const normal = { x: -along.y, y: along.x };
  const steepness = dot(rail, normal);
  if (Math.abs(steepness) < FLATTEST) return null;
  const distance = dot(by, normal) / steepness;
  return { x: rail.x * distance, y: rail.y * distance };
}

// Sine of 10°: a flatter corner would run away by more than five times the move.
const FLATTEST = 0.17;
