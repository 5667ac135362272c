import { labelPoint } from '../../geometry/label-point.ts';
import { add, type Point, polar, rotate, samePoint } from '../../geometry/point.ts';
import { type Joint, jointOf, wallOutline } from '../../geometry/wall-outline.ts';
import { isKind } from '../../plan/plan.ts';
import type { RecordOf } from '../../plan/records/index.ts';
import { bodyPart } from '../../plan/wall-line.ts';
import { inkOf, label, stateStroke } from '../appearance.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, linePath, openPath, pathItem, polygonPath, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';

type Wall = RecordOf<'wall'>;
type Opening = RecordOf<'opening'>;

function jointsAt(wall: Wall, point: Point, scene: Scene): Joint[] {
  return scene
    .wallsAt(wall.floor, point)
    .filter((other) => other.id !== wall.id)
    .map((other) => jointOf(other, samePoint(other.a, point) ? 'a' : 'b'));
}

/** Poché for opaque walls, an open outline for glass, a dashed one for mesh. */
export function drawWall(wall: Wall, scene: Scene): DrawItem[] {
  const outline = wallOutline(wall, jointsAt(wall, wall.a, scene), jointsAt(wall, wall.b, scene));
  if (!outline) return [];
  const ink = inkOf(wall, scene);
  const path = ringPath(outline);
  if (wall.state === 'removed')
    return [pathItem(path, { stroke: stateStroke(wall, ink, lineWeights.symbol) })];
  if (wall.material === 'opaque')
    return [pathItem(path, { fill: fill(ink), stroke: stroke(ink, lineWeights.hatch) })];
  const dash = wall.material === 'mesh' ? 'dashed' : 'solid';
  return [pathItem(path, { fill: fill('paper'), stroke: stroke(ink, lineWeights.symbol, dash) })];
}

/** The footprint with its name. */
export function drawBuilding(building: RecordOf<'building'>, scene: Scene): DrawItem[] {
  const ink = inkOf(building, scene);
  const items: DrawItem[] = [
    pathItem(polygonPath(building.ring, building.holes), {
      fill: fill('building'),
      stroke: stateStroke(building, ink, lineWeights.object),
    }),
  ];
  const at = building.name ? labelPoint(building, 1) : null;
  if (at) items.push(label(building.name, at, { sizeMm: 2.6, ink: 'muted' }));
  return items;
}

/** The four corners of an opening in its wall: near and far face at either end. */
function openingFrame(opening: Opening, wall: Wall) {
  const line = bodyPart(wall, opening);
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last) return null;
  const direction = Math.atan2(last.y - first.y, last.x - first.x);
  // A hair wider than the wall, so that no line of it shows through.
  const half = polar(direction + Math.PI / 2, wall.thickness / 2 + 0.005);
  const other = { x: -half.x, y: -half.y };
  return { first, last, direction, half, other };
}

/** A gap in the wall with its jambs; the leaf with its swing, or the panes. */
export function drawOpening(opening: Opening, scene: Scene): DrawItem[] {
  const wall = scene.lookup(opening.wall);
  const frame = wall && isKind(wall, 'wall') ? openingFrame(opening, wall) : null;
  if (!frame) return [];
  const ink = inkOf(opening, scene);
  const { first, last, half, other } = frame;
  const corners = [add(first, half), add(first, other), add(last, other), add(last, half)] as const;
  const line = stroke(ink, lineWeights.symbol);
  const gap = pathItem(ringPath(corners), { fill: fill('paper') });
  const jambs: Path = [...linePath(corners[0], corners[1]), ...linePath(corners[2], corners[3])];
  return [gap, pathItem(jambs, { stroke: line }), ...leaves(opening, { ...frame, line })];
}

type Frame = NonNullable<ReturnType<typeof openingFrame>> & { readonly line: ReturnType<typeof stroke> };

function leaves(opening: Opening, frame: Frame): DrawItem[] {
  const { first, last, half, other, line } = frame;
  if (opening.type === 'passage') return [];
  if (opening.type === 'window') {
    const panes = [0.35, -0.35].map((share) => {
      const shift = { x: half.x * share, y: half.y * share };
      return linePath(add(first, shift), add(last, shift));
    });
    const faces: Path = [
      ...linePath(add(first, half), add(last, half)),
      ...linePath(add(first, other), add(last, other)),
    ];
    return [pathItem([...panes.flat(), ...faces], { stroke: stroke(line.ink, lineWeights.hatch) })];
  }
  if (opening.type === 'garage-door')
    return [pathItem(linePath(first, last), { stroke: { ...line, dash: 'dashed' } })];
  if (opening.type === 'sliding-door') {
    const middle = { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
    const shift = { x: half.x * 0.4, y: half.y * 0.4 };
    const path: Path = [
      ...linePath(add(first, shift), add(middle, shift)),
      ...linePath(
        { x: middle.x - shift.x, y: middle.y - shift.y },
        { x: last.x - shift.x, y: last.y - shift.y },
      ),
    ];
    return [pathItem(path, { stroke: line })];
  }
  const middle = { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
  const swings =
    opening.type === 'double-door'
      ? [
          swing(first, middle, opening.swing),
          swing(last, middle, opening.swing === 'left' ? 'right' : 'left'),
        ]
      : opening.hinge === 'a'
        ? [swing(first, last, opening.swing)]
        : [swing(last, first, opening.swing === 'left' ? 'right' : 'left')];
  return swings.flatMap(({ leaf, arc }) => [
    pathItem(leaf, { stroke: line }),
    pathItem(arc, { stroke: stroke(line.ink, lineWeights.hatch), detail: 'normal' }),
  ]);
}

/** A leaf opened by a quarter turn from its hinge, and the arc its edge runs along. */
export function swing(hinge: Point, edge: Point, side: 'left' | 'right'): { leaf: Path; arc: Path } {
  const turn = side === 'left' ? Math.PI / 2 : -Math.PI / 2;
  const open = rotate(edge, turn, hinge);
  const radius = Math.hypot(edge.x - hinge.x, edge.y - hinge.y);
  const start = Math.atan2(edge.y - hinge.y, edge.x - hinge.x);
  return {
    leaf: openPath([hinge, open]),
    arc: [
      ['M', edge.x, edge.y],
      ['A', hinge.x, hinge.y, radius, start, start + turn, side === 'left'],
    ],
  };
}
