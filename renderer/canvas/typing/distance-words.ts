import { type DisplayUnit, formatLength } from '../../../core/quantity.ts';
import type { Gauge } from '../../editor/distances/gauge.ts';
import { isMessageKey, text } from '../../messages/text.ts';

/** What a distance is called where it cannot be seen. */
export function distanceName({ key }: Gauge): string {
  const name = `canvas.distance.${key}`;
  return isMessageKey(name) ? text(name) : text('canvas.length');
}

/** Distances one after the other, to be said. */
export function spokenDistances(gauges: readonly Gauge[], unit: DisplayUnit): string {
  return gauges.map((gauge) => `${distanceName(gauge)} ${formatLength(gauge.length, unit)}`).join(', ');
}
