import { type Point, samePoint } from '../../geometry/point.ts';
import { lengthBeyond } from '../../geometry/walls/wall-butt.ts';
import type { Joint } from '../../geometry/walls/wall-joint.ts';
import { type Ending, wallOutline } from '../../geometry/walls/wall-outline.ts';
import type { RecordOf } from '../kinds/index.ts';
import { decidingWalls, isOpaque, jointAt } from './crowded-joint.ts';

type Wall = RecordOf<'wall'>;

/**
 * Outline of a wall's body as it is drawn: an anticlockwise ring in plan metres, closed without gap or notch
 * against the walls that meet it; null for a wall without length.
 *
 * Walls that are filled go on past glass and mesh, which end at their face.
 *
 * @param wallsAt the walls of the floor that end at a point, the wall itself may be among them
 */
export function wallBody(wall: Wall, wallsAt: (point: Point) => readonly Wall[]): readonly Point[] | null {
  const ends = [wall.a, wall.b].map((point) => {
    const others = decidingWalls(wall, wallsAt(point), { point });
    return { point, others };
  });
  const [atA = [], atB = []] = ends.map(({ point, others }) => endingAt(wall, point, others));
  const outline = wallOutline(wall, atA, atB);
  if (!outline || isOpaque(wall)) return outline;
  // Within filled walls that pass its end it would have a tip.
  const tips = ends.filter(({ others }) => others.filter(isOpaque).length > 1);
  return outline.filter((corner) => !tips.some(({ point }) => samePoint(point, corner)));
}

function endingAt(wall: Wall, point: Point, others: readonly Wall[]): Ending {
  const jointHere = (each: Wall): Joint => jointAt(each, point);
  const opaque = others.filter(isOpaque);
  if (isOpaque(wall)) {
    if (opaque.length > 0 || others.length === 0) return opaque.map(jointHere);
    return { type: 'past', beyond: lengthBeyond(jointHere(wall), others.map(jointHere)) };
  }
  const [only] = opaque;
  if (!only || opaque.length > 1) return others.map(jointHere);
  const by = jointHere(only);
  const met = [wall, ...others].filter((each) => !isOpaque(each));
  return { type: 'cut', by, beyond: lengthBeyond(by, met.map(jointHere)) };
}
