import { angleOf } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { marksAlong } from '../along-path.ts';
import { inkUnless, stateStroke } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { openPath, pathItem } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { arrowSymbol, startSymbol } from '../symbols/way-symbols.ts';
import { tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { along } from './parts/sample-shapes.ts';

type Approach = RecordOf<'approach'>;

/** What drives there, and how fast at the beginning and the end. */
function noteOf({ name, vehicle, entrySpeedKmh, designSpeedKmh }: Approach): string {
  const speeds = [entrySpeedKmh, designSpeedKmh].map((speed) => (speed === null ? '–' : String(speed)));
  const speed = entrySpeedKmh === null && designSpeedKmh === null ? '' : `${speeds.join(' → ')} km/h`;
  return [name, vehicle, speed].filter(Boolean).join(' · ');
}

/** A heavy arrow from a round start; tag, vehicle and speeds at its middle. */
export function drawApproach(approach: Approach, scene: Scene): DrawItem[] {
  const { path } = approach;
  const [start, tip, before] = [path[0], path.at(-1), path.at(-2)];
  if (!start || !tip || !before) return [];
  const ink = inkUnless(approach, 'restricted', scene);
  const head = arrowSymbol(ink, 'approach');
  const items: DrawItem[] = [
    pathItem(openPath(path), { stroke: stateStroke(approach, ink, lineWeights.perimeter) }),
    { type: 'symbol', at: tip, angle: angleOf(before, tip), parts: head, detail: 'normal' },
    { type: 'symbol', at: start, angle: 0, parts: startSymbol(ink, 'approach'), detail: 'normal' },
  ];
  const [mark] = marksAlong(path, Number.POSITIVE_INFINITY);
  const note = noteOf(approach);
  const place = { offsetMm: { x: 1.2, y: 3 }, side: 'right', ...(note ? { note } : {}) } as const;
  return [...items, ...tagItems(approach, mark?.at ?? start, place, scene)];
}

export const approachLook: KindLook<'approach'> = {
  draw: drawApproach,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 7 },
  avoided: 4,
  legend: {
    group: 'intent',
    name: () => 'Vehicle approach',
    sample: (r, at) => [{ ...r, path: along({ x: at.x, y: at.y }) }],
  },
};
