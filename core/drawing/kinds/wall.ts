import type { RecordOf } from '../../plan/kinds/index.ts';
import { bodyLine, bodyPart, wallLength } from '../../plan/wall-line.ts';
import { wallBody } from '../../plan/walls/wall-body.ts';
import { inkOf, stateStroke } from '../appearance.ts';
import type { DrawItem, Ink, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, openPath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import type { KindLook } from './look.ts';
import { along } from './parts/sample-shapes.ts';

type Wall = RecordOf<'wall'>;

const isOpaque = ({ material }: Wall) => material === 'opaque';

/** Far out, where a corner is smaller than a pixel: one line as wide as the wall. */
function drawFar(wall: Wall, scene: Scene): DrawItem[] {
  const widthMm = (wall.thickness * 1000) / scene.view.scale;
  const line = stateStroke(wall, inkOf(wall, scene), wall.state === 'removed' ? lineWeights.symbol : widthMm);
  return [pathItem(openPath(bodyLine(wall)), { stroke: line })];
}

/**
 * An opaque wall. Its state is told without its colour: poché for what exists, with a broken core for what
 * is deficient, an outline with a light fill for what is proposed.
 */
function drawFilled(wall: Wall, path: Path, ink: Ink): DrawItem[] {
  if (wall.state === 'proposed') {
    // The fill once more above the outlines of all of them: where they meet there is no line between them.
    const inside = fill('proposedfill');
    return [
      pathItem(path, { fill: inside, stroke: stroke(ink, 2 * lineWeights.symbol) }),
      pathItem(path, { fill: inside }),
    ];
  }
  const body = pathItem(path, { fill: fill(ink), stroke: stroke(ink, lineWeights.hatch) });
  const core = wall.state === 'deficient' ? brokenCore(wall) : null;
  return core ? [body, core] : [body];
}

/** Short of both ends, so that none of it lies in the walls that it meets; null where there is no room. */
function brokenCore(wall: Wall): DrawItem | null {
  const length = wallLength(wall);
  const width = length - 2 * wall.thickness;
  if (width <= 0) return null;
  const line = stroke('paper', lineWeights.symbol, 'dashed');
  return pathItem(openPath(bodyPart(wall, { offset: length / 2, width })), {
    stroke: line,
    detail: 'normal',
  });
}

/** Filled for opaque walls, a double line for glass, a dashed one for mesh, dashed for what is to be removed. */
export function drawWall(wall: Wall, scene: Scene): DrawItem[] {
  if (scene.isFar) return drawFar(wall, scene);
  const outline = wallBody(wall, (point) => scene.wallsAt(wall.floor, point));
  if (!outline) return [];
  const ink = inkOf(wall, scene);
  const path = ringPath(outline);
  if (wall.state === 'removed')
    return [pathItem(path, { stroke: stateStroke(wall, ink, lineWeights.symbol) })];
  if (isOpaque(wall)) return drawFilled(wall, path, ink);
  const dash = wall.material === 'mesh' ? 'dashed' : 'solid';
  return [pathItem(path, { fill: fill('paper'), stroke: stroke(ink, lineWeights.symbol, dash) })];
}

/** What its types are called in the legend; null for what explains itself. */
const wallNames = { opaque: 'Wall', glass: 'Glass wall', mesh: 'Mesh wall' } as const;

export const wallLook: KindLook<'wall'> = {
  draw: drawWall,
  lies: 'above-coverage',
  isGhosted: true,
  isMarked: true,
  label: { role: 'name', rank: 17 },
  avoided: 3,
  legend: {
    group: 'site',
    name: ({ material }) => wallNames[material],
    sample: (r, at) => {
      const [a = at, b = at] = along(at);
      return [{ ...r, a, b, bulge: 0, thickness: 0.28, alignment: 'centre' }];
    },
  },
};
