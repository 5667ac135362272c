import { polar } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import type { Ink, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, ringPath, stroke } from '../paths.ts';
import { kept, outlined, part, points } from './symbol-parts.ts';

type Criticality = RecordOf<'asset'>['criticality'];

const origin = { x: 0, y: 0 };
const round = circlePath(origin, 2.2);
const star = ringPath(
  Array.from({ length: 10 }, (_, index) =>
    polar(Math.PI / 2 + (index * Math.PI) / 5, index % 2 === 0 ? 1.65 : 0.7),
  ),
);
const bars: { readonly [C in Criticality]: number } = { low: 1, medium: 2, high: 3, 'very-high': 4 };

/** As many bars beneath the star as the criticality has steps. */
function barsOf(count: number): Path {
  return Array.from({ length: count }, (_, index) => {
    const x = (index - (count - 1) / 2) * 1.05;
    return ringPath(points([x - 0.35, -3.5], [x + 0.35, -3.5], [x + 0.35, -2.75], [x - 0.35, -2.75]));
  }).flat();
}

/** An asset, upright, millimetres: a star in a ring over one to four bars. */
export const assetSymbol = kept((ink: Ink, criticality: Criticality) => {
  const marks = barsOf(bars[criticality]);
  return [
    outlined([...round, ...marks]),
    part(round, stroke(ink, lineWeights.object), fill('paper')),
    part(star, null, fill(ink)),
    part(marks, null, fill(ink)),
  ];
});
