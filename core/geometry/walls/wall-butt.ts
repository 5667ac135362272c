import { add, type Point, perpendicular, polar, scale } from '../point.ts';
import type { Joint } from './wall-joint.ts';

/** Below this sine a wall goes on in the line of the other one. */
const STRAIGHT = 1e-6;
const COINCIDENT = 1e-9;
/** How far a wall may go on past the joint, in parts of how far the other one reaches to its side. */
const MOST_BEYOND = 1.5;

/**
 * Metres that a wall goes on past the point where others end at its face, so that its square end covers
 * theirs; 0 when they go on in its own direction.
 *
 * ```
 *            | other          the end is level with the far face of what meets
 *   wall ____|__              it across, and does not reach beyond its near one
 *   ------------|             where it is slanted
 * ```
 */
export function lengthBeyond(wall: Joint, others: readonly Joint[]): number {
  return others.reduce((most, other) => Math.max(most, beyondFor(...facing(wall, other))), 0);
}

function beyondFor(wall: Joint, other: Joint): number {
  const { sin, cos } = turnOf(wall, other);
  if (sin < STRAIGHT) return 0;
  // One that turns back: its far corner at the joint is inside.
  if (cos > 0) return other.left * sin;
  const far = -faceAt(wall, other, { aside: other.left, y: -wall.right });
  const near = -faceAt(wall, other, { aside: other.left, y: wall.left });
  return Math.min(Math.max(Math.min(far, near), 0), MOST_BEYOND * other.left);
}

/** The corners of a wall's end that is cut off at the faces of one that goes past it, in plan metres. */
export type CutEnd = { readonly left: Point; readonly right: Point; readonly middle: readonly Point[] };

/**
 * The end of a wall at a point, cut off at the face of another one there or at the other's square end,
 * which lies `beyond` metres past the point.
 */
export function cutAt(at: Point, own: Joint, { by, beyond }: { by: Joint; beyond: number }): CutEnd {
  const isMirrored = turnOf(by, own).sin < 0;
  const [wall, other] = facing(by, own);
  const left = entry({ wall, other, beyond }, other.left);
  const right = entry({ wall, other, beyond }, -other.right);
  const corner = { x: -beyond, y: wall.left };
  const isRoundCorner = left.isOnEnd !== right.isOnEnd;
  const toPlan = ({ x, y }: Point): Point => {
    const along = polar(by.direction, 1);
    return add(at, add(scale(along, x), scale(perpendicular(along), isMirrored ? -y : y)));
  };
  const [first, last] = isMirrored ? [right, left] : [left, right];
  return { left: toPlan(first.at), right: toPlan(last.at), middle: isRoundCorner ? [toPlan(corner)] : [] };
}

type Meeting = { readonly wall: Joint; readonly other: Joint; readonly beyond: number };

/** Where a face of the other wall meets the left face of the wall that goes past, or its end. */
function entry({ wall, other, beyond }: Meeting, aside: number): { at: Point; isOnEnd: boolean } {
  const { sin, cos } = turnOf(wall, other);
  const x = sin < STRAIGHT ? Number.NEGATIVE_INFINITY : faceAt(wall, other, { aside, y: wall.left });
  if (x >= -beyond - COINCIDENT) return { at: { x, y: wall.left }, isOnEnd: false };
  const along = (-beyond + aside * sin) / cos;
  return { at: { x: -beyond, y: aside * cos + along * sin }, isOnEnd: true };
}

/*  Both walls seen from the joint in the frame of the first, the second on its left.  */
function facing(wall: Joint, other: Joint): [wall: Joint, other: Joint] {
  return turnOf(wall, other).sin < 0 ? [mirrored(wall), mirrored(other)] : [wall, other];
}

function mirrored({ direction, left, right }: Joint): Joint {
  return { direction: -direction, left: right, right: left };
}

function turnOf(wall: Joint, other: Joint): { readonly sin: number; readonly cos: number } {
  const turn = other.direction - wall.direction;
  return { sin: Math.sin(turn), cos: Math.cos(turn) };
}

/** Where along the wall the face of the other one that lies `aside` to its left is `y` metres to its left. */
function faceAt(wall: Joint, other: Joint, { aside, y }: { aside: number; y: number }): number {
  const { sin, cos } = turnOf(wall, other);
  return (y * cos - aside) / sin;
}
