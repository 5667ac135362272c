import { numberWays, parseNumber } from '../../../../core/quantity.ts';
import { severalMeanings } from '../../../messages/several-meanings.ts';
import { text } from '../../../messages/text.ts';
import type { ParsedQuantity } from '../../../ui/fields/quantity-typing.ts';

const SMALLEST = 1;
const LARGEST = 1_000_000;

/** A scale as it is printed, 1:500. */
export function formatScale(scale: number): string {
  return `1:${scale}`;
}

/** Reads `1:500`, `1 : 1 000`, `1:2,5` or `500`; of `1:1,000` it is asked which is meant. */
export function parseScale(typed: string): ParsedQuantity {
  const written = /^(?:1\s*[:/]\s*)?(\d[\d.,\s]*)$/.exec(typed.trim())?.[1];
  // Spaces part thousands; what commas and points do is the same in every field.
  const number = parseNumber(written?.replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '') ?? '');
  if (!number.ok && number.error === 'unclear') {
    const ways = numberWays(written ?? '').map((way) => `1:${way}`);
    return { ok: false, message: severalMeanings(typed, ways), isQuestion: true };
  }
  if (!number.ok) return { ok: false, message: text('sheet.notAScale') };
  const { value } = number;
  if (value >= SMALLEST && value <= LARGEST) return { ok: true, value };
  return { ok: false, message: text('sheet.scaleLimits') };
}
