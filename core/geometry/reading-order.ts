import type { Point } from './point.ts';

/**
 * Things in the order in which one reads: rows from the top, in each from the left. What lies about as high
 * is one row.
 */
export function inReadingOrder<T>(things: Iterable<T>, placeOf: (thing: T) => Point): readonly T[] {
  const located = Array.from(things, (thing) => ({ thing, at: placeOf(thing) }));
  located.sort((one, other) => other.at.y - one.at.y || one.at.x - other.at.x);
  const top = located[0]?.at.y ?? 0;
  const rowHeight = (top - (located.at(-1)?.at.y ?? 0)) / (2 * Math.ceil(Math.sqrt(located.length)));
  const rows: (typeof located)[] = [];
  for (const each of located) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.at.y - each.at.y <= rowHeight) row.push(each);
    else rows.push([each]);
  }
  return rows.flatMap((row) => row.toSorted((one, other) => one.at.x - other.at.x).map(({ thing }) => thing));
}
