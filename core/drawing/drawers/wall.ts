import type { RecordOf } from '../../plan/records/index.ts';
import { bodyLine } from '../../plan/wall-line.ts';
import { wallBody } from '../../plan/walls/wall-body.ts';
import { inkOf, stateStroke } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, openPath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';

type Wall = RecordOf<'wall'>;

const isOpaque = ({ material }: Wall) => material === 'opaque';

/** Far out, where a corner is smaller than a pixel: one line as wide as the wall. */
function drawFar(wall: Wall, scene: Scene): DrawItem[] {
  const widthMm = (wall.thickness * 1000) / scene.view.scale;
  const line = stateStroke(wall, inkOf(wall, scene), wall.state === 'removed' ? lineWeights.symbol : widthMm);
  return [pathItem(openPath(bodyLine(wall)), { stroke: line })];
}

/** Poché for opaque walls, a double line for glass, a dashed one for mesh. */
export function drawWall(wall: Wall, scene: Scene): DrawItem[] {
  if (scene.isFar) return drawFar(wall, scene);
  const outline = wallBody(wall, (point) => scene.wallsAt(wall.floor, point));
  if (!outline) return [];
  const ink = inkOf(wall, scene);
  const path = ringPath(outline);
  if (wall.state === 'removed')
    return [pathItem(path, { stroke: stateStroke(wall, ink, lineWeights.symbol) })];
  if (isOpaque(wall)) return [pathItem(path, { fill: fill(ink), stroke: stroke(ink, lineWeights.hatch) })];
  const dash = wall.material === 'mesh' ? 'dashed' : 'solid';
  return [pathItem(path, { fill: fill('paper'), stroke: stroke(ink, lineWeights.symbol, dash) })];
}
