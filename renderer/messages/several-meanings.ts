import { text } from './text.ts';

/** What is said of a typed quantity with several meanings: how each is typed without doubt. */
export function severalMeanings(typed: string, ways: readonly string[]): string {
  const [first, second] = ways;
  const asked = { typed: typed.trim(), first: first ?? '', second: second ?? '' };
  if (first === undefined) return text('quantity.unclear', asked);
  return text(second === undefined ? 'quantity.oneWay' : 'quantity.ways', asked);
}
