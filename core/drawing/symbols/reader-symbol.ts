import type { RecordOf } from '../../plan/kinds/index.ts';
import type { Ink, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, openPath, ringPath, stroke } from '../paths.ts';
import { kept, outlined, part, points } from './symbol-parts.ts';

type Reader = RecordOf<'reader'>;

// The case stands in front of the face it hangs on, its back on the record's point.
const casing = ringPath(points([0.35, -1.45], [2.65, -1.45], [2.65, 1.45], [0.35, 1.45]));
const bracket = linePath({ x: 0, y: 0 }, { x: 0.35, y: 0 });
const middle = { x: 1.5, y: 0 };
const keys = [-0.65, 0, 0.65].flatMap((x) =>
  [-0.75, 0, 0.75].flatMap((y) => circlePath({ x: middle.x + x, y }, 0.24)),
);
const ridge = (radius: number): Path => [
  ['M', middle.x - radius, -0.75],
  ['L', middle.x - radius, 0.15],
  ['A', middle.x, 0.15, radius, Math.PI, 0, false],
  ['L', middle.x + radius, -0.75],
];

/** What stands on the case: lines, and what is solid. */
const glyphs: { readonly [T in Reader['type']]: { readonly lines: Path; readonly solid: Path } } = {
  card: {
    lines: linePath({ x: 0.85, y: -0.75 }, { x: 0.85, y: 0.75 }),
    solid: ringPath(points([1.5, -1.45], [2.2, -1.45], [2.2, 1.45], [1.5, 1.45])),
  },
  keypad: { lines: [], solid: keys },
  biometric: { lines: [...ridge(0.35), ...ridge(0.8)], solid: [] },
  intercom: { lines: circlePath(middle, 0.8), solid: circlePath(middle, 0.32) },
  'request-to-exit': {
    lines: [
      ...linePath({ x: 0.75, y: 0 }, { x: 2.2, y: 0 }),
      ...openPath(points([1.55, 0.65], [2.2, 0], [1.55, -0.65])),
    ],
    solid: [],
  },
};

/** A reader on a face, millimetres; the person stands along +x. */
export const readerSymbol = kept((ink: Ink, type: Reader['type']) => {
  const { lines, solid } = glyphs[type];
  const line = stroke(ink, lineWeights.symbol);
  return [
    outlined(casing),
    part([...casing, ...bracket], line, fill('paper')),
    ...(lines.length > 0 ? [part(lines, line, null)] : []),
    ...(solid.length > 0 ? [part(solid, null, fill(ink))] : []),
  ];
});
