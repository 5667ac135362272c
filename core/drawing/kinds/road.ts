import { type Point, samePoint } from '../../geometry/point.ts';
import { outlineOfPath } from '../../geometry/polyline.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { labelAlong } from '../along-path.ts';
import { inkUnless, stateFill, stateStroke } from '../appearance.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, openPath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import type { KindLook } from './look.ts';
import { along, SAMPLE_HEIGHT } from './parts/sample-shapes.ts';

/** The two long sides of a road's outline: its ends are open, so that roads join. */
function edgesOf(outline: readonly Point[], path: readonly Point[]): Path {
  const last = path.at(-1);
  const end = outline.findIndex((point, index) => {
    const next = outline[index + 1];
    return last && next && samePoint(last, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }, 1e-6);
  });
  if (end < 0) return ringPath(outline);
  return [...openPath(outline.slice(0, end + 1)), ...openPath(outline.slice(end + 1))];
}

/** Edges, then the surface over them, so that crossing roads join; a street's centre line; the name along it. */
export function drawRoad(road: RecordOf<'road'>, scene: Scene): DrawItem[] {
  const outline = outlineOfPath(road.path, road.width);
  if (!outline) return [];
  const edge = stateStroke(road, inkUnless(road, 'roadmark', scene), lineWeights.object);
  const items: DrawItem[] = [
    pathItem(edgesOf(outline, road.path), { stroke: edge }),
    pathItem(ringPath(outline), { fill: stateFill(road, fill('road')) }),
  ];
  if (scene.isFar) return items;
  if (road.class === 'street') {
    const centre = stroke('roadmark', lineWeights.symbol, 'dashed');
    items.push(pathItem(openPath(road.path), { stroke: centre, detail: 'normal' }));
  }
  const look = { ink: 'muted', sizeMm: 2.4 } as const;
  return [...items, ...labelAlong(road.path, road.name.toUpperCase(), { scene, look })];
}

/** What its types are called in the legend; null for what explains itself. */
const roadNames = { street: 'Road', service: 'Road', footway: 'Footway' } as const;

export const roadLook: KindLook<'road'> = {
  draw: drawRoad,
  lies: 'on-ground',
  isGhosted: true,
  isMarked: true,
  label: { role: 'name', rank: 17 },
  avoided: 0,
  legend: {
    group: 'site',
    name: ({ class: roadClass }) => roadNames[roadClass],
    sample: (r, at) => [{ ...r, path: along(at), width: SAMPLE_HEIGHT }],
  },
};
