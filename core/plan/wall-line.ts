import { arcOf, type DirectedPlace, lengthAlong, lineBeside, placeBeside } from '../geometry/bulged-line.ts';
import { angleOf, type Point } from '../geometry/point.ts';
import { projectOnLine } from '../geometry/segment.ts';
import { reachOf } from '../geometry/walls/wall-joint.ts';
import { quantiseLength } from '../units.ts';
import type { RecordOf } from './kinds/index.ts';

type Wall = Pick<RecordOf<'wall'>, 'a' | 'b' | 'bulge' | 'thickness' | 'alignment'>;
/** The stretch of a wall that an opening takes. */
export type Span = Pick<RecordOf<'opening'>, 'offset' | 'width'>;

/** Metres along the wall from `a` to `b`, along the arc when it is bent. */
export function wallLength(wall: Wall): number {
  return lengthAlong(wall);
}

/** The place at a distance from `a` along the line that was drawn, whatever side the body lies on. */
export function placeOnWall(wall: Wall, offset: number): DirectedPlace {
  return placeBeside(wall, offset, 0);
}

/** How far the middle of a wall's body lies to the left of the drawn line. */
function asideOf(wall: Wall): number {
  const { left, right } = reachOf(wall);
  return (left - right) / 2;
}

/** The middle line of a wall's body: beside the drawn line unless the wall is centred on it. Flattened. */
export function bodyLine(wall: Wall): readonly Point[] {
  return lineBeside(wall, { from: 0, to: wallLength(wall), aside: asideOf(wall) });
}

/** The part of a wall's middle line that an opening takes. Flattened. */
export function bodyPart(wall: Wall, { offset, width }: Span): readonly Point[] {
  return lineBeside(wall, { from: offset - width / 2, to: offset + width / 2, aside: asideOf(wall) });
}

/** The line that was drawn, from `a` to `b`. Flattened. */
export function drawnLine(wall: Wall): readonly Point[] {
  return lineBeside(wall, { from: 0, to: wallLength(wall), aside: 0 });
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
