import type { CellSort } from '../../catalogue/cameras/camera-columns.ts';
import { degreesIn, metresIn, numberIn } from '../../measures.ts';

/** Lux of a footcandle, one lumen on a square foot: 1 / 0.3048². */
const LUX_PER_FOOTCANDLE = 1 / 0.3048 ** 2;
const luxPer = new Map([
  ...['lux', 'lx'].map((unit) => [unit, 1] as const),
  ...['fc', 'ftc', 'footcandle', 'footcandles', 'foot candle', 'foot candles'].map(
    (unit) => [unit, LUX_PER_FOOTCANDLE] as const,
  ),
]);
const MICROMETRES = /^(?:[\u00b5\u03bc]m|um|microns?|micromet(?:re|er)s?)$/;

/** Metres of the unit that lengths of a sort are kept in. */
const metresPer = { millimetres: 0.001, micrometres: 1e-6, metres: 1 } as const;

/** What one of a unit is in the unit that a sort is kept in; null where the unit is none of that sort. */
export function unitOf(sort: CellSort, unit: string): number | null {
  switch (sort) {
    case 'lux':
      return luxPer.get(unit) ?? null;
    case 'degrees':
      return /^\d/.test(unit) ? null : degreesIn(`1 ${unit}`);
    case 'pixels':
    case 'size':
      return /^(?:px|pixels?)$/.test(unit) ? 1 : null;
    case 'format':
      return /^(?:"|in|inch|inches)$/.test(unit) ? 1 : null;
    case 'micrometres':
    case 'millimetres':
    case 'metres': {
      if (MICROMETRES.test(unit)) return 1e-6 / metresPer[sort];
      const metres = /^\d/.test(unit) ? null : metresIn(`1 ${unit}`);
      return metres === null ? null : metres / metresPer[sort];
    }
    default:
      return null;
  }
}

/**
 * A figure in the unit that its sort is kept in: a plain number in the unit of its column, any other in its own unit.
 * Null where the text is no single figure of the sort.
 *
 * @param factor of the unit of the column, as of `unitOf`
 */
export function figureIn(text: string, sort: CellSort, factor: number): number | null {
  const plain = numberIn(text);
  if (plain !== null) return plain * factor;
  const [, number = '', unit = ''] = /^([\d.,]+)\s*([^\d]+)$/.exec(text.trim()) ?? [];
  const value = numberIn(number);
  const own = value === null ? null : unitOf(sort, unit.toLowerCase());
  if (value !== null && own !== null) return value * own;
  if (sort === 'degrees') return degreesIn(text);
  if (sort !== 'millimetres' && sort !== 'micrometres' && sort !== 'metres') return null;
  const metres = metresIn(text);
  return metres === null ? null : metres / metresPer[sort];
}
