import { angleOf, polar, subtract } from '../../../geometry/point.ts';
import type { RecordOf } from '../../../plan/records/index.ts';
import { arrowHead, marksAlong } from '../../along-path.ts';
import { inkUnless, stateStroke } from '../../appearance.ts';
import type { DrawItem } from '../../draw-item.ts';
import { lineWeights } from '../../line-weights.ts';
import { circlePath, fill, openPath, pathItem } from '../../paths.ts';
import type { Scene } from '../../scene.ts';
import { tagItems } from '../../tag.ts';

type Approach = RecordOf<'approach'>;

const HEAD_MM = 3.6;
const START_MM = 0.9;

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
  const metresPerMm = scene.view.scale / 1000;
  const direction = angleOf(before, tip);
  // The line ends within its head, not beyond its tip.
  const neck = subtract(tip, polar(direction, HEAD_MM * metresPerMm * 0.6));
  const line = stateStroke(approach, ink, lineWeights.perimeter);
  const items: DrawItem[] = [
    pathItem(openPath([...path.slice(0, -1), neck]), { stroke: line }),
    pathItem(arrowHead(tip, direction, HEAD_MM * metresPerMm), { fill: fill(ink), detail: 'normal' }),
    pathItem(circlePath(start, START_MM * metresPerMm), {
      fill: fill('paper'),
      stroke: { ...line, widthMm: lineWeights.object },
      detail: 'normal',
    }),
  ];
  const [mark] = marksAlong(path, Number.POSITIVE_INFINITY);
  const note = noteOf(approach);
  const place = { offsetMm: { x: 1.2, y: 3 }, side: 'right', ...(note ? { note } : {}) } as const;
  return [...items, ...tagItems(approach, mark?.at ?? start, place, scene)];
}
