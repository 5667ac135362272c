import { labelPoint } from '../../geometry/label-point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkOf, label, stateFill, stateStroke, uprightAngle } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, pathItem, polygonPath } from '../paths.ts';
import type { Scene } from '../scene.ts';
import type { KindLook } from './look.ts';
import { around } from './parts/sample-shapes.ts';

/** The footprint with its name. */
export function drawBuilding(building: RecordOf<'building'>, scene: Scene): DrawItem[] {
  const ink = inkOf(building, scene);
  const items: DrawItem[] = [
    pathItem(polygonPath(building.ring, building.holes), {
      fill: stateFill(building, fill('building')),
      stroke: stateStroke(building, ink, lineWeights.object),
    }),
  ];
  const at = building.name && !scene.isFar ? labelPoint(building, 1) : null;
  if (!at) return items;
  return [...items, label(building.name, at, { sizeMm: 2.6, ink: 'muted', angle: uprightAngle(scene) })];
}

export const buildingLook: KindLook<'building'> = {
  draw: drawBuilding,
  lies: 'on-ground',
  isGhosted: true,
  isMarked: true,
  label: { role: 'name', rank: 17 },
  avoided: 0,
  legend: {
    group: 'site',
    name: () => 'Building',
    sample: (r, at) => [{ ...r, ring: around(at), holes: [] }],
  },
};
