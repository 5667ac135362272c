import { labelPoint } from '../../geometry/label-point.ts';
import type { RecordOf } from '../../plan/records/index.ts';
import { inkOf, label, stateFill, stateStroke, uprightAngle } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, pathItem, polygonPath } from '../paths.ts';
import type { Scene } from '../scene.ts';

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
