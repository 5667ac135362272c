import type { RecordOf } from '../../plan/kinds/index.ts';
import type { Ink, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, openPath, ringPath, stroke } from '../paths.ts';
import { kept, outlined, part, points } from './symbol-parts.ts';

type Sensor = RecordOf<'sensor'>;

const origin = { x: 0, y: 0 };
const body = circlePath(origin, 1.75);

const arcAhead = (radius: number): Path => [
  ['M', -0.95 + radius * Math.cos(0.7), -radius * Math.sin(0.7)],
  ['A', -0.95, 0, radius, -0.7, 0.7, true],
];
const wave = (y: number): Path => [
  ['M', -1.2, y],
  ['C', -0.7, y + 0.8, -0.3, y + 0.8, 0, y],
  ['C', 0.3, y - 0.8, 0.7, y - 0.8, 1.2, y],
];

/** What stands in the round body: lines, and what is solid. */
const glyphs: { readonly [T in Sensor['type']]: { readonly lines: Path; readonly solid: Path } } = {
  motion: { lines: [...arcAhead(1.15), ...arcAhead(1.95)], solid: circlePath({ x: -0.95, y: 0 }, 0.45) },
  curtain: {
    lines: [
      ...linePath({ x: -0.6, y: 0 }, { x: 1.3, y: 0.35 }),
      ...linePath({ x: -0.6, y: 0 }, { x: 1.3, y: -0.35 }),
    ],
    solid: circlePath({ x: -0.85, y: 0 }, 0.42),
  },
  ceiling: {
    lines: [...circlePath(origin, 0.75), ...circlePath(origin, 1.25)],
    solid: circlePath(origin, 0.35),
  },
  radar: {
    lines: [...arcAhead(1.15), ...arcAhead(1.95), ...linePath({ x: -0.95, y: -1.1 }, { x: -0.95, y: 1.1 })],
    solid: [],
  },
  beam: {
    lines: linePath({ x: -1, y: 0 }, { x: 1, y: 0 }),
    solid: [...circlePath({ x: -0.95, y: 0 }, 0.4), ...circlePath({ x: 0.95, y: 0 }, 0.4)],
  },
  'glass-break': {
    lines: openPath(points([-0.2, 1.25], [-0.6, 0.2], [0.5, -0.1], [0.1, -1.25])),
    solid: [],
  },
  'door-contact': {
    lines: linePath({ x: 0, y: -1.1 }, { x: 0, y: 1.1 }),
    solid: [
      ...ringPath(points([-1.1, -0.55], [-0.35, -0.55], [-0.35, 0.55], [-1.1, 0.55])),
      ...ringPath(points([0.35, -0.55], [1.1, -0.55], [1.1, 0.55], [0.35, 0.55])),
    ],
  },
  fence: {
    lines: [
      ...linePath({ x: -1.2, y: 0 }, { x: 1.2, y: 0 }),
      ...[-0.7, 0, 0.7].flatMap((x) => linePath({ x, y: -0.75 }, { x, y: 0.75 })),
    ],
    solid: [],
  },
  buried: {
    lines: [
      ...linePath({ x: -1.2, y: 0.5 }, { x: 1.2, y: 0.5 }),
      ...[-0.7, 0.1, 0.9].flatMap((x) => linePath({ x, y: 0.5 }, { x: x - 0.5, y: 1.05 })),
    ],
    solid: circlePath({ x: 0, y: -0.55 }, 0.42),
  },
  seismic: { lines: wave(0), solid: [] },
  duress: { lines: circlePath(origin, 1.05), solid: circlePath(origin, 0.55) },
};

/** A sensor, millimetres: a round body with the sign of its type, which looks along +x. */
export const sensorSymbol = kept((ink: Ink, type: Sensor['type']) => {
  const { lines, solid } = glyphs[type];
  const line = stroke(ink, lineWeights.symbol);
  return [
    outlined(body),
    part(body, line, fill('paper')),
    ...(lines.length > 0 ? [part(lines, line, null)] : []),
    ...(solid.length > 0 ? [part(solid, null, fill(ink))] : []),
  ];
});
