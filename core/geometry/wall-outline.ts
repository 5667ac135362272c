import { arcFromBulge, type Bulged, flattenArc } from './arc.ts';
import {
  add,
  angleOf,
  distanceBetween,
  dot,
  type Point,
  perpendicular,
  polar,
  samePoint,
  scale,
  subtract,
} from './point.ts';
import { MITRE_LIMIT } from './polyline.ts';

/** A wall as drawn from `a` to `b`, with its body centred on that line or all on one side of it. */
export type WallLine = Bulged & {
  readonly thickness: number;
  readonly alignment: 'centre' | 'left' | 'right';
};

/** One wall at a point where walls meet, seen from that point: its direction away from it, radians, and
 *  how far its body reaches to the left and to the right of the drawn line, metres. */
export type Joint = { readonly direction: number; readonly left: number; readonly right: number };

const FULL_TURN = 2 * Math.PI;
/** Sine or angle below which two walls count as in one line: their corner would be far away. */
const STRAIGHT = 1e-6;
const COINCIDENT = 1e-9;
/** Largest distance between a bent face and the line that stands for it, metres. */
const FLATNESS = 0.005;

/** How a wall looks from one of its ends, to be given to the walls that meet it there. */
export function jointOf({ a, b, bulge, thickness, alignment }: WallLine, end: 'a' | 'b'): Joint {
  const left = alignment === 'centre' ? thickness / 2 : alignment === 'left' ? thickness : 0;
  const right = thickness - left;
  const chord = angleOf(a, b);
  // Half of an arc's sweep lies between its chord and the tangent at either end.
  const bend = 2 * Math.atan(bulge);
  return end === 'a'
    ? { direction: chord - bend, left, right }
    : { direction: chord + bend + Math.PI, left: right, right: left };
}

/**
 * Outline of a wall's body, cut so that it closes without gap or notch against the walls it meets.
 *
 * An anticlockwise ring in plan metres; null for a wall whose ends coincide. Two walls that meet share a
 * mitre, more than two their common corners; an outer corner that would reach beyond MITRE_LIMIT is cut off
 * square, half a thickness behind the joint; a free end is square. Where a wall is too short for its mitre it overlaps its neighbour. The ends of a bent wall are
 * cut as if it went on straight.
 *
 * ```
 *   ------. left          each gap between two neighbours has one corner, where
 *      P ./ corner        the left face of the first meets the right face of the
 *   ----'/ |              next; from every corner the outline goes by way of the
 *       |  |              point P where the drawn lines meet
 * ```
 *
 * @param jointsAtA the other walls that meet at `a`, in any order
 */
export function wallOutline(
  wall: WallLine,
  jointsAtA: readonly Joint[],
  jointsAtB: readonly Joint[],
): readonly Point[] | null {
  if (samePoint(wall.a, wall.b)) return null;
  const usable = distanceBetween(wall.a, wall.b) / 2;
  const start = endOf(wall.a, jointOf(wall, 'a'), { others: jointsAtA, usable });
  const finish = endOf(wall.b, jointOf(wall, 'b'), { others: jointsAtB, usable });
  const { left, right } = start.joint;
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

type Surroundings = { readonly others: readonly Joint[]; readonly usable: number };

function endOf(at: Point, joint: Joint, { others, usable }: Surroundings): End {
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
  return (corners[0]?.x ?? 0) > usable ? [foot] : corners;
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

/** The face of a wall at a distance to the left of the drawn line, from `a` to `b`. */
function faceOf({ a, b, bulge }: WallLine, aside: number): readonly Point[] {
  const arc = arcFromBulge(a, b, bulge);
  if (!arc) return [];
  // Left of an anticlockwise arc is towards its centre.
  const radius = Math.max(arc.radius - Math.sign(arc.sweep) * aside, 0);
  return flattenArc({ ...arc, radius }, FLATNESS);
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
  const along = polar(joint.direction, 1);
  return !corner || dot(subtract(point, at), along) > dot(subtract(corner, at), along) + COINCIDENT;
}
