import type { RecordOf } from '../../plan/records/index.ts';
import { inkOf } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';

/** The heavy dash-dot-dot line around the property. */
export function drawPropertyLine(line: RecordOf<'propertyLine'>, scene: Scene): DrawItem[] {
  const ink = inkOf(line, scene);
  return [pathItem(ringPath(line.ring), { stroke: stroke(ink, lineWeights.perimeter, 'dash-dot-dot') })];
}
