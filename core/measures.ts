import { angles } from './angle-notation.ts';
import { singleAmount } from './expression.ts';
import { metricLengths } from './length-notation.ts';

/**
 * Metres of a measure as files write it: 8, 1,5, 12 m, 300 cm, 8 ft, 16'3", 5'6-1/2". A plain number is in metres, as in
 * OpenStreetMap. Null where the text is no single measure above 0: never a part of it.
 */
export function metresIn(text: string): number | null {
  const amount = singleAmount(text, metricLengths);
  // To a nanometre, so that 380 cm is 3.8 and not a bit more.
  return amount && amount.value > 0 ? Math.round(amount.value * 1e9) / 1e9 : null;
}

/** A plain number without a unit; null where the text is anything else. */
export function numberIn(text: string): number | null {
  const amount = singleAmount(text, metricLengths);
  return amount?.type === 'number' ? amount.value : null;
}

/** Degrees of an angle as files write it: 103, 103.5°, 12°30', 1.8 rad; null where the text is no single angle. */
export function degreesIn(text: string): number | null {
  return singleAmount(text, angles)?.value ?? null;
}
