import { type Arc, arcFromBulge, arcLength, piecesOfArc, pointOnArc } from '../geometry/arc.ts';
import { angleOf, distanceBetween, type Point } from '../geometry/point.ts';
import { projectOnLine } from '../geometry/segment.ts';
import { quantiseLength } from '../units.ts';
import type { RecordOf } from './records/index.ts';

type Wall = Pick<RecordOf<'wall'>, 'a' | 'b' | 'bulge' | 'thickness' | 'alignment'>;
/** The stretch of a wall that an opening takes. */
export type Span = Pick<RecordOf<'opening'>, 'offset' | 'width'>;

/** A place along a wall and the direction from `a` to `b` there, radians. */
export type WallPlace = { readonly at: Point; readonly direction: number };

// Largest distance between an arc and the line that stands for it, metres.
const FLATNESS = 0.005;

function arcOf({ a, b, bulge }: Wall): Arc | null {
  return arcFromBulge(a, b, bulge);
}

/** Metres along the wall from `a` to `b`, along the arc when it is bent. */
export function wallLength(wall: Wall): number {
  const arc = arcOf(wall);
  return arc ? arcLength(arc) : distanceBetween(wall.a, wall.b);
}

/** The place at a distance from `a` along the line that was drawn, whatever side the body lies on. */
export function placeOnWall(wall: Wall, offset: number): WallPlace {
  return placeBeside(wall, offset, 0);
}

/*            a =========== b      to the left of a-b is positive
 *  The place at `offset` along the drawn line, moved sideways by `aside`.  */
function placeBeside(wall: Wall, offset: number, aside: number): WallPlace {
  const arc = arcOf(wall);
  if (!arc) {
    const direction = angleOf(wall.a, wall.b);
    const cos = Math.cos(direction);
    const sin = Math.sin(direction);
    const at = { x: wall.a.x + cos * offset - sin * aside, y: wall.a.y + sin * offset + cos * aside };
    return { at, direction };
  }
  const turn = Math.sign(arc.sweep);
  const angle = arc.start + (turn * offset) / arc.radius;
  // Left of an anticlockwise arc is towards its centre.
  const radius = Math.max(arc.radius - turn * aside, 0);
  const direction = Math.atan2(turn * Math.cos(angle), -turn * Math.sin(angle));
  return { at: pointOnArc({ ...arc, radius }, angle), direction };
}

function asideOf({ alignment, thickness }: Wall): number {
  if (alignment === 'centre') return 0;
  return alignment === 'left' ? thickness / 2 : -thickness / 2;
}

/** The middle line of a wall's body: beside the drawn line unless the wall is centred on it. Flattened. */
export function bodyLine(wall: Wall): readonly Point[] {
  return flattened(wall, { from: 0, to: wallLength(wall), aside: asideOf(wall) });
}

/** The part of a wall's middle line that an opening takes. Flattened. */
export function bodyPart(wall: Wall, { offset, width }: Span): readonly Point[] {
  return flattened(wall, { from: offset - width / 2, to: offset + width / 2, aside: asideOf(wall) });
}

/** The line that was drawn, from `a` to `b`. Flattened. */
export function drawnLine(wall: Wall): readonly Point[] {
  return flattened(wall, { from: 0, to: wallLength(wall), aside: 0 });
}

type Part = { readonly from: number; readonly to: number; readonly aside: number };

function flattened(wall: Wall, { from, to, aside }: Part): readonly Point[] {
  const arc = arcOf(wall);
  const pieces = arc ? piecesOfArc({ radius: arc.radius, sweep: (to - from) / arc.radius }, FLATNESS) : 1;
  return Array.from(
    { length: pieces + 1 },
    (_, index) => placeBeside(wall, from + ((to - from) * index) / pieces, aside).at,
  );
}

/** The distance from `a` along the drawn line to its place nearest to a point, within the wall. */
export function offsetOnWall(wall: Wall, point: Point): number {
  const length = wallLength(wall);
  const arc = arcOf(wall);
  if (!arc) {
    const part = projectOnLine(point, [wall.a, wall.b]);
    return Math.min(Math.max(part, 0), 1) * length;
  }
  const angle = angleOf(arc.centre, point);
  const fullTurn = 2 * Math.PI;
  const turned = (((Math.sign(arc.sweep) * (angle - arc.start)) % fullTurn) + fullTurn) % fullTurn;
  const sweep = Math.abs(arc.sweep);
  if (turned <= sweep) return turned * arc.radius;
  return turned - sweep < fullTurn - turned ? length : 0;
}

/** The offset nearest to the wanted one at which an opening of a width fits; null when the wall is too short. */
export function fittingOffset(wall: Wall, { offset, width }: Span): number | null {
  const length = wallLength(wall);
  if (width > length + 0.001) return null;
  const fitting = Math.min(Math.max(offset, width / 2), Math.max(length - width / 2, width / 2));
  return quantiseLength(fitting);
}
