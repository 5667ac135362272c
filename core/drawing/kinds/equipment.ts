import type { RecordOf } from '../../plan/kinds/index.ts';
import { bodyCorners } from '../../plan/shape.ts';
import { inkOf, stateFill, stateStroke } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, linePath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { tagCorner, tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { one } from './parts/sample-shapes.ts';

/** The body at its true size, crossed once, its front heavy; its tag and name. */
export function drawEquipment(equipment: RecordOf<'equipment'>, scene: Scene): DrawItem[] {
  const { at, depth, width, name } = equipment;
  const ink = inkOf(equipment, scene);
  const corners = bodyCorners(equipment, depth, width);
  const [backRight = at, frontRight = at, frontLeft = at] = corners;
  const items: DrawItem[] = [
    pathItem(ringPath(corners), {
      fill: stateFill(equipment, fill('fill')),
      stroke: stateStroke(equipment, ink, lineWeights.symbol),
    }),
    pathItem(linePath(backRight, frontLeft), { stroke: stroke(ink, lineWeights.hatch), detail: 'normal' }),
    pathItem(linePath(frontRight, frontLeft), { stroke: stroke(ink, lineWeights.cut), detail: 'normal' }),
  ];
  const note = name ? { note: name } : {};
  const place = { offsetMm: { x: 0.9, y: name ? 1.2 : 0.4 }, side: 'right', ...note } as const;
  return [...items, ...tagItems(equipment, tagCorner(corners, scene) ?? at, place, scene)];
}

export const equipmentLook: KindLook<'equipment'> = {
  draw: drawEquipment,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 13 },
  avoided: 3,
  legend: {
    group: 'devices',
    name: ({ name }) => name || 'Equipment',
    sample: (r, at) => [{ ...r, at, direction: 0, depth: 0.5, width: 0.5, name: '' }],
    count: one,
  },
};
