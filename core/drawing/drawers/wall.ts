import { type Point, samePoint } from '../../geometry/point.ts';
import { type Joint, jointOf, wallOutline } from '../../geometry/wall-outline.ts';
import type { RecordOf } from '../../plan/records/index.ts';
import { bodyLine } from '../../plan/wall-line.ts';
import { inkOf, stateStroke } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, openPath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';

type Wall = RecordOf<'wall'>;

function neighboursAt(wall: Wall, point: Point, scene: Scene): readonly Wall[] {
  return scene.wallsAt(wall.floor, point).filter((other) => other.id !== wall.id);
}

const isOpaque = ({ material }: Wall) => material === 'opaque';

function jointsAt(wall: Wall, point: Point, scene: Scene): readonly Joint[] {
  const others = neighboursAt(wall, point, scene);
  // Walls that are filled go on past glass and mesh, which end at their face.
  const met = isOpaque(wall) && others.some(isOpaque) ? others.filter(isOpaque) : others;
  return met.map((other) => jointOf(other, samePoint(other.a, point) ? 'a' : 'b'));
}

/** The outline of glass or mesh, without the tip that it would have within filled walls that pass its end. */
function withoutTips(wall: Wall, outline: readonly Point[], scene: Scene): readonly Point[] {
  const tips = [wall.a, wall.b].filter((end) => neighboursAt(wall, end, scene).filter(isOpaque).length > 1);
  return outline.filter((point) => !tips.some((tip) => samePoint(tip, point)));
}

/** Far out, where a corner is smaller than a pixel: one line as wide as the wall. */
function drawFar(wall: Wall, scene: Scene): DrawItem[] {
  const widthMm = (wall.thickness * 1000) / scene.view.scale;
  const line = stateStroke(wall, inkOf(wall, scene), wall.state === 'removed' ? lineWeights.symbol : widthMm);
  return [pathItem(openPath(bodyLine(wall)), { stroke: line })];
}

/** Poché for opaque walls, a double line for glass, a dashed one for mesh. */
export function drawWall(wall: Wall, scene: Scene): DrawItem[] {
  if (scene.isFar) return drawFar(wall, scene);
  const outline = wallOutline(wall, jointsAt(wall, wall.a, scene), jointsAt(wall, wall.b, scene));
  if (!outline) return [];
  const ink = inkOf(wall, scene);
  const path = ringPath(isOpaque(wall) ? outline : withoutTips(wall, outline, scene));
  if (wall.state === 'removed')
    return [pathItem(path, { stroke: stateStroke(wall, ink, lineWeights.symbol) })];
  if (isOpaque(wall)) return [pathItem(path, { fill: fill(ink), stroke: stroke(ink, lineWeights.hatch) })];
  const dash = wall.material === 'mesh' ? 'dashed' : 'solid';
  return [pathItem(path, { fill: fill('paper'), stroke: stroke(ink, lineWeights.symbol, dash) })];
}
