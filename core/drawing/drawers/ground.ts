import { labelPoint } from '../../geometry/label-point.ts';
import { add, type Point, polar, rotate } from '../../geometry/point.ts';
import { centroidOf, isInRing, ringArea } from '../../geometry/polygon.ts';
import { outlineOfPath, pathLength, pointAlongPath } from '../../geometry/polyline.ts';
import type { RecordOf } from '../../plan/records/index.ts';
import { inkOf, label, stateStroke } from '../appearance.ts';
import type { DrawItem, InkToken, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, openPath, pathItem, polygonPath, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';

/** The angle at which a text along a direction is not upside down. */
function upright(angle: number): number {
  return Math.cos(angle) < -1e-9 ? angle + Math.PI : angle;
}

/** The surface with its edges; a street with its centre line, and its name along it. */
export function drawRoad(road: RecordOf<'road'>): DrawItem[] {
  const outline = outlineOfPath(road.path, road.width);
  if (!outline) return [];
  const items: DrawItem[] = [
    pathItem(ringPath(outline), { fill: fill('road'), stroke: stroke('roadmark', lineWeights.hatch) }),
  ];
  if (road.class === 'street') {
    items.push(
      pathItem(openPath(road.path), {
        stroke: stroke('roadmark', lineWeights.symbol, 'dashed'),
        detail: 'normal',
      }),
    );
  }
  const length = pathLength(road.path);
  const at = road.name ? pointAlongPath(road.path, length / 2) : null;
  const next = pointAlongPath(road.path, Math.min(length / 2 + 0.5, length));
  if (at && next) {
    const angle = upright(Math.atan2(next.y - at.y, next.x - at.x));
    items.push(label(road.name.toUpperCase(), at, { angle, ink: 'muted', sizeMm: 2.4 }));
  }
  return items;
}

/** The rows of stalls that a ring of parking holds: lines across it every stall width. */
function stallLines({ ring, stallWidth, direction }: RecordOf<'parking'>): Path {
  const centre = centroidOf(ring);
  if (!centre) return [];
  const local = ring.map((point) => rotate(point, -direction - Math.PI / 2, centre));
  const [minX, maxX] = [Math.min(...local.map(({ x }) => x)), Math.max(...local.map(({ x }) => x))];
  const [minY, maxY] = [Math.min(...local.map(({ y }) => y)), Math.max(...local.map(({ y }) => y))];
  const count = Math.min(Math.floor((maxX - minX) / stallWidth), 500);
  // Deep enough for two rows: stalls stand along both sides with an aisle between them.
  const depth = Math.min(maxY - minY, 5);
  const rows = maxY - minY > 13 ? [minY, maxY - depth] : [minY];
  const path: Path[number][] = [];
  for (const from of rows) {
    for (let index = 0; index <= count; index++) {
      const x = minX + index * stallWidth;
      const ends = [0.02, 0.98].map((share) => ({ x, y: from + depth * share }));
      const inside = ends.every((end) =>
        isInRing({ x: Math.min(Math.max(end.x, minX + 0.01), maxX - 0.01), y: end.y }, local),
      );
      const [start, end] = ends.map((point) => rotate(point, direction + Math.PI / 2, centre));
      if (inside && start && end) path.push(...linePath(start, end));
    }
  }
  return path;
}

/** The surface with its stalls and their number. */
export function drawParking(parking: RecordOf<'parking'>, scene: Scene): DrawItem[] {
  const ink = inkOf(parking, scene);
  const items: DrawItem[] = [
    pathItem(ringPath(parking.ring), {
      fill: fill('fill'),
      stroke: stateStroke(parking, ink === 'existing' ? 'thin' : ink, lineWeights.symbol),
    }),
    pathItem(stallLines(parking), { stroke: stroke('thin', lineWeights.hatch), detail: 'normal' }),
  ];
  const at = labelPoint({ ring: parking.ring, holes: [] }, 1);
  if (at)
    items.push(label(parking.stalls > 0 ? `Parking · ${parking.stalls}` : 'Parking', at, { ink: 'muted' }));
  return items;
}

type AreaLook = {
  readonly ink: InkToken;
  readonly opacity: number;
  readonly pattern: 'solid' | 'hatch';
  readonly title: string;
};

const areaLooks: { readonly [U in RecordOf<'area'>['use']]: AreaLook } = {
  restricted: { ink: 'restricted', opacity: 0.1, pattern: 'solid', title: 'Restricted area' },
  controlled: { ink: 'accent', opacity: 0.06, pattern: 'solid', title: 'Controlled area' },
  public: { ink: 'public', opacity: 0.08, pattern: 'solid', title: 'Public area' },
  'public-assembly': { ink: 'public', opacity: 0.55, pattern: 'hatch', title: 'Public assembly area' },
  'clear-zone': { ink: 'clear', opacity: 0.45, pattern: 'hatch', title: 'Clear zone' },
  room: { ink: 'thin', opacity: 0, pattern: 'solid', title: '' },
  landing: { ink: 'warn', opacity: 0.1, pattern: 'solid', title: 'Landing area' },
};

/** What an area is called on the drawing: its name, or its use. */
export function areaTitle({ name, use }: RecordOf<'area'>): string {
  return name || areaLooks[use].title;
}

/** The area in the look of its use, with its name; a room is its name and number only. */
export function drawArea(area: RecordOf<'area'>): DrawItem[] {
  const look = areaLooks[area.use];
  const isRoom = area.use === 'room';
  const title = areaTitle(area);
  const at = title ? labelPoint(area, 0.5) : null;
  const items: DrawItem[] = [
    pathItem(polygonPath(area.ring, area.holes), {
      fill: look.opacity > 0 ? fill(look.ink, look.opacity, look.pattern) : null,
      stroke: isRoom ? null : stateStroke(area, look.ink, lineWeights.symbol),
    }),
  ];
  if (at)
    items.push(
      label(area.tag && isRoom ? `${title}\n${area.tag}` : title, at, { ink: isRoom ? 'ink' : look.ink }),
    );
  return items;
}

function treeCrown(ring: readonly Point[]): Path {
  const centre = centroidOf(ring) ?? ring[0];
  if (!centre) return [];
  const radius = Math.sqrt(Math.abs(ringArea(ring)) / Math.PI);
  const arms = [0, 1, 2, 3, 4, 5].flatMap((index) => {
    const angle = (index * Math.PI) / 3;
    return linePath(add(centre, polar(angle, radius * 0.25)), add(centre, polar(angle, radius * 0.7)));
  });
  return [...circlePath(centre, radius * 0.12), ...arms];
}

/** Trees and hedges green, a container crossed, everything else as a plain body. */
export function drawObstacle(obstacle: RecordOf<'obstacle'>, scene: Scene): DrawItem[] {
  const outline = obstacle.ring ?? (obstacle.path && outlineOfPath(obstacle.path, obstacle.width ?? 0.5));
  if (!outline) return [];
  const ink = inkOf(obstacle, scene);
  const grows = obstacle.type === 'tree' || obstacle.type === 'hedge';
  const look = grows
    ? {
        fill: fill('public', obstacle.type === 'hedge' ? 0.35 : 0.15),
        stroke: stroke('public', lineWeights.symbol),
      }
    : { fill: fill('fill'), stroke: stateStroke(obstacle, ink, lineWeights.symbol) };
  const items: DrawItem[] = [pathItem(ringPath(outline), look)];
  if (obstacle.type === 'tree')
    items.push(
      pathItem(treeCrown(outline), { stroke: stroke('public', lineWeights.hatch), detail: 'normal' }),
    );
  if (obstacle.type === 'container' && outline.length >= 4) {
    const [a, b, c, d] = outline;
    if (a && b && c && d)
      items.push(
        pathItem([...linePath(a, c), ...linePath(b, d)], {
          stroke: stroke(ink, lineWeights.hatch),
          detail: 'normal',
        }),
      );
  }
  return items;
}
