import { METRES_PER_FOOT } from '../../units.ts';
import { label } from '../appearance.ts';
import type { DrawItem, TextItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, linePath, pathItem, ringPath, stroke } from '../paths.ts';

const LONGEST_MM = 60;

function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}

function small(content: string, x: number, y: number, anchor: TextItem['anchor']): TextItem {
  const text = label(content, { x, y }, { anchor, weight: 'regular', sizeMm: 1.9, detail: 'always' });
  return { ...text, halo: false };
}

type Place = {
  readonly left: number;
  readonly bottom: number;
  readonly scale: number;
  readonly displayUnit: 'm' | 'ft-in';
};

/** A scale bar of a round length, and beneath it a bar of exactly 100 mm by which a print is checked. */
export function barItems({ left, bottom, scale, displayUnit }: Place): readonly DrawItem[] {
  const [unit, metres] = displayUnit === 'm' ? (['m', 1] as const) : (['ft', METRES_PER_FOOT] as const);
  const length = roundLength((LONGEST_MM * scale) / 1000 / metres);
  const width = (length * metres * 1000) / scale;
  const y = bottom + 8;
  const line = stroke('ink', lineWeights.hatch);
  const half = ringPath([
    { x: left, y },
    { x: left + width / 2, y },
    { x: left + width / 2, y: y + 1.4 },
    { x: left, y: y + 1.4 },
  ]);
  const whole = ringPath([
    { x: left, y },
    { x: left + width, y },
    { x: left + width, y: y + 1.4 },
    { x: left, y: y + 1.4 },
  ]);
  return [
    pathItem(half, { fill: fill('ink') }),
    pathItem(whole, { stroke: line }),
    small('0', left, y + 3, 'start'),
    small(String(length / 2), left + width / 2, y + 3, 'middle'),
    small(`${length} ${unit}`, left + width, y + 3, 'middle'),
    pathItem(
      [
        ...linePath({ x: left, y: bottom + 3 }, { x: left + 100, y: bottom + 3 }),
        ...linePath({ x: left, y: bottom + 1.8 }, { x: left, y: bottom + 4.2 }),
        ...linePath({ x: left + 100, y: bottom + 1.8 }, { x: left + 100, y: bottom + 4.2 }),
      ],
      { stroke: stroke('ink', lineWeights.symbol) },
    ),
    small('100 mm – print at 100 %', left + 50, bottom + 0.6, 'middle'),
  ];
}
