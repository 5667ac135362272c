import type { Point } from '../../../core/geometry/point.ts';

/** Which way a distance is counted: the nearest of the four directions of the plan. */
export type GaugeKey = 'right' | 'up' | 'left' | 'down';

/** A distance that is shown as a dimension line, plan metres. */
export type Gauge = {
  /** Tells one from another while they change with the pointer. */
  readonly key: GaugeKey | `side-${number}`;
  /** On what is moved, and on what the distance is to. */
  readonly from: Point;
  readonly to: Point;
  /** From the one to the other, of length 1. */
  readonly direction: Point;
  readonly length: number;
  /** Whether another length can be typed, to which the record then goes. */
  readonly editable: boolean;
};

const keys = ['right', 'up', 'left', 'down'] as const;

/** The name of a direction, in quarter turns from one that is given. */
export function gaugeKey(angle: number, quarters = 0): GaugeKey {
  const turn = Math.round(angle / (Math.PI / 2)) + quarters;
  return keys[((turn % 4) + 4) % 4] ?? 'right';
}
