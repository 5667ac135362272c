import { arcOf, lengthAlong, lineBeside } from '../bulged-line.ts';
import {
  add,
  distanceBetween,
  dot,
  type Point,
  perpendicular,
  polar,
  samePoint,
  scale,
  subtract,
} from '../point.ts';
import { MITRE_LIMIT } from '../polyline.ts';
import { cutAt } from './wall-butt.ts';
import { type Joint, jointOf, reachOf, STRAIGHT, type WallLine } from './wall-joint.ts';

/**
 * How a wall ends at a point: among other walls in any order, with which it shares its corners; square, so
 * many metres past the point; or cut off at the face of a wall that goes so far past it.
 */
export type Ending =
  | readonly Joint[]
  | { readonly type: 'past'; readonly beyond: number }
  | { readonly type: 'cut'; readonly by: Joint; readonly beyond: number };

const FULL_TURN = 2 * Math.PI;
const COINCIDENT = 1e-9;

/**
 * Outline of a wall's body, cut so that it closes without gap or notch against the walls it meets.
 *
 * An anticlockwise ring in plan metres; null for a wall whose ends coincide. Two walls that meet share a
 * mitre, more than two their common corners; an outer corner that would reach beyond MITRE_LIMIT is cut off
 * square, half a thickness behind the joint; a free end is square. Where a wall is too short for its mitre
 * it overlaps its neighbour. The ends of a bent wall are cut as if it went on straight.
 *
 * ```
 *   ------. left          each gap between two neighbours has one corner, where
 *      P ./ corner        the left face of the first meets the right face of the
 *   ----'/ |              next; from every corner the outline goes by way of the
 *       |  |              point P where the drawn lines meet
 * ```
 */
export function wallOutline(wall: WallLine, atA: Ending, atB: Ending): readonly Point[] | null {
  if (samePoint(wall.a, wall.b)) return null;
  const usable = distanceBetween(wall.a, wall.b) / 2;
  const start = endOf(wall.a, jointOf(wall, 'a'), { ending: atA, usable });
  const finish = endOf(wall.b, jointOf(wall, 'b'), { ending: atB, usable });
  const { left, right } = reachOf(wall);
  const ring = [
    ...start.rightCorners.toReversed(),
    ...middleOf(faceOf(wall, -right), [start, start.rightCorners], [finish, finish.leftCorners]),
    ...finish.leftCorners,
    ...finish.middle,
    ...finish.rightCorners.toReversed(),
    ...middleOf(faceOf(wall, left), [start, start.leftCorners], [finish, finish.rightCorners]).toReversed(),
    ...start.leftCorners,
    ...start.middle,
  ];
  return ring.filter((point, index) => !samePoint(point, ring.at(index - 1) ?? point, COINCIDENT));
}

/** One end of a wall seen from the joint; corners run from the face to the joint. */
type End = {
  readonly at: Point;
  readonly joint: Joint;
  readonly leftCorners: readonly Point[];
  readonly rightCorners: readonly Point[];
  readonly middle: readonly Point[];
};

type Surroundings<E extends Ending> = { readonly ending: E; readonly usable: number };

function endOf(at: Point, joint: Joint, { ending, usable }: Surroundings<Ending>): End {
  if (!('type' in ending)) return endAmong(at, joint, { ending, usable });
  if (ending.type === 'past') return squareEnd(at, joint, -ending.beyond);
  const { left, right, middle } = cutAt(at, joint, ending);
  const isTooFar = [left, right].some((corner) => alongFrom(at, joint, corner) > usable);
  if (isTooFar) return squareEnd(at, joint, 0);
  return { at, joint, leftCorners: [left], rightCorners: [right], middle };
}

function squareEnd(at: Point, joint: Joint, x: number): End {
  const foot = add(at, polar(joint.direction, x));
  const aside = perpendicular(polar(joint.direction, 1));
  return {
    at,
    joint,
    leftCorners: [add(foot, scale(aside, joint.left))],
    rightCorners: [add(foot, scale(aside, -joint.right))],
    middle: [],
  };
}

function alongFrom(at: Point, { direction }: Joint, point: Point): number {
  return dot(subtract(point, at), polar(direction, 1));
}

function endAmong(at: Point, joint: Joint, { ending: others, usable }: Surroundings<readonly Joint[]>): End {
  const met = others.filter((other) => isAnotherWay(joint, other));
  const mirrored = met.map(mirror);
  const left = cornersToNext(joint, met, usable);
  const right = cornersToNext(mirror(joint), mirrored, usable);
  const toPlan = ({ x, y }: Point) => {
    const along = polar(joint.direction, 1);
    return add(at, add(scale(along, x), scale(perpendicular(along), y)));
  };
  return {
    at,
    joint,
    leftCorners: left.map(toPlan),
    rightCorners: right.map(({ x, y }) => toPlan({ x, y: -y })),
    middle: met.length > 0 ? [at] : [],
  };
}

function turnTo(from: Joint, to: Joint): number {
  const turn = (to.direction - from.direction) % FULL_TURN;
  return turn < 0 ? turn + FULL_TURN : turn;
}

/** A wall that leaves in the same direction lies over this one: there is no corner between them. */
function isAnotherWay(joint: Joint, other: Joint): boolean {
  const turn = turnTo(joint, other);
  return turn > STRAIGHT && turn < FULL_TURN - STRAIGHT;
}

function mirror({ direction, left, right }: Joint): Joint {
  return { direction: -direction, left: right, right: left };
}

/**
 * Corners on the left of a wall against the next one anticlockwise, from the face to the joint, in the
 * wall's own frame: x along it from the joint, y to the left.
 */
function cornersToNext(own: Joint, others: readonly Joint[], usable: number): readonly Point[] {
  const foot = { x: 0, y: own.left };
  const [next] = others.toSorted((first, second) => turnTo(own, first) - turnTo(own, second));
  if (!next) return [foot];
  const turn = turnTo(own, next);
  const corners = meeting({ own: own.left, next: next.right, sin: Math.sin(turn), cos: Math.cos(turn) });
  if ((corners[0]?.x ?? 0) > usable) return [foot];
  // A face on the drawn line ends at the joint: going on behind it would come back along itself.
  return own.left === 0 ? corners.filter(({ x }) => x > 0) : corners;
}

type Faces = { readonly own: number; readonly next: number; readonly sin: number; readonly cos: number };

/*  The faces y = own, and at `next` to the right of the direction (cos, sin), meet at x = along.  */
function meeting({ own, next, sin, cos }: Faces): readonly Point[] {
  const foot = { x: 0, y: own };
  if (Math.abs(sin) < STRAIGHT) return [foot];
  const along = (own * cos + next) / sin;
  const alongNext = (next * cos + own) / sin;
  if (along * alongNext < 0) return step({ own, next, sin, cos });
  const thickest = Math.max(own, next);
  const reach = Math.hypot(along, own);
  const isMitred = sin > 0 || reach <= MITRE_LIMIT * thickest;
  return isMitred ? [{ x: along, y: own }] : cutOff({ x: along, y: own }, thickest / reach);
}

/*  ======= thick            The thicker wall ends square, the thinner one goes on to its end:
 *         |-------- thin    their faces would meet far behind it.  */
function step({ own, next, sin, cos }: Faces): readonly Point[] {
  return own > next ? [{ x: 0, y: own }] : [{ x: -(own * sin) / cos, y: own }];
}

/*  Square to the line from the joint to the corner, at a part of its length.  */
function cutOff({ x, y }: Point, part: number): readonly Point[] {
  const middle = { x: x * part, y: y * part };
  // The face y meets the line through `middle` where (px, y) · (x, y) = part · (x² + y²).
  return [{ x: (part * (x * x + y * y) - y * y) / x, y }, middle];
}

/** The face of a wall at a distance to the left of the drawn line, from `a` to `b`; of a straight one its corners say all. */
function faceOf(wall: WallLine, aside: number): readonly Point[] {
  return arcOf(wall) ? lineBeside(wall, { from: 0, to: lengthAlong(wall), aside }) : [];
}

type Cut = readonly [end: End, corners: readonly Point[]];

/** The part of a bent face between the corners at its ends. */
function middleOf(face: readonly Point[], start: Cut, finish: Cut): readonly Point[] {
  const half = Math.floor(face.length / 2);
  const from = face.findIndex((point, index) => index >= half || isBeyond(point, start));
  const to = face.findLastIndex((point, index) => index < half || isBeyond(point, finish));
  return face.slice(Math.max(from, 0), to + 1);
}

/** Whether a point of a face lies farther from the joint than the corners there. */
function isBeyond(point: Point, [{ at, joint }, [corner]]: Cut): boolean {
  return !corner || alongFrom(at, joint, point) > alongFrom(at, joint, corner) + COINCIDENT;
}
