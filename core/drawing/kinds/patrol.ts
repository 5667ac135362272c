import type { RecordOf } from '../../plan/kinds/index.ts';
import { marksAlong } from '../along-path.ts';
import { inkOf } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { openPath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { arrowSymbol } from '../symbols/way-symbols.ts';
import { tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { along } from './parts/sample-shapes.ts';

/** Distance between arrow heads on paper. */
const STEP_MM = 26;

/** The dotted way with arrow heads in its direction; tag, name and how often it is gone. */
export function drawPatrol(patrol: RecordOf<'patrol'>, scene: Scene): DrawItem[] {
  const { path, closed, name, period } = patrol;
  const ink = inkOf(patrol, scene);
  const [first] = path;
  const line = closed ? ringPath(path) : openPath(path);
  const dash = patrol.state === 'removed' ? 'dashed' : 'dotted';
  const items: DrawItem[] = [pathItem(line, { stroke: stroke(ink, lineWeights.object, dash) })];
  if (!first || scene.isFar) return items;
  const metresPerMm = scene.view.scale / 1000;
  const marks = marksAlong(closed ? [...path, first] : path, STEP_MM * metresPerMm);
  const parts = arrowSymbol(ink, 'patrol');
  for (const { at, direction } of marks)
    items.push({ type: 'symbol', at, angle: direction, parts, detail: 'normal' });
  const [mark] = marks;
  const note = [name, period].filter(Boolean).join(' · ');
  const place = { offsetMm: { x: 1.2, y: 2.6 }, side: 'right', ...(note ? { note } : {}) } as const;
  return [...items, ...tagItems(patrol, mark?.at ?? first, place, scene)];
}

export const patrolLook: KindLook<'patrol'> = {
  draw: drawPatrol,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 14 },
  avoided: 2,
  legend: {
    group: 'intent',
    name: () => 'Patrol route',
    sample: (r, at) => [{ ...r, path: along(at), closed: false }],
  },
};
