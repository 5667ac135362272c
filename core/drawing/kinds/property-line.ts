import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkOf } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import type { KindLook } from './look.ts';
import { along } from './parts/sample-shapes.ts';

/** The heavy dash-dot-dot line around the property. */
export function drawPropertyLine(line: RecordOf<'propertyLine'>, scene: Scene): DrawItem[] {
  const ink = inkOf(line, scene);
  return [pathItem(ringPath(line.ring), { stroke: stroke(ink, lineWeights.perimeter, 'dash-dot-dot') })];
}

export const propertyLineLook: KindLook<'propertyLine'> = {
  draw: drawPropertyLine,
  lies: 'above-coverage',
  isGhosted: true,
  isMarked: true,
  label: { role: 'name', rank: 17 },
  avoided: 6,
  legend: {
    group: 'site',
    name: () => 'Property line',
    sample: (r, at) => [{ ...r, ring: along(at) }],
  },
};
