/** Rows of a table that a cleaned copy does not have, by the table; none of a table that is not named. */
export type LeftOut = Readonly<Record<string, number>>;

// What a person has no word for is not named: it is made anew, or says nothing without what it belongs to.
const NOUNS: readonly (readonly [table: string, one: string, more: string])[] = [
  ['site', 'site', 'sites'],
  ['plan', 'plan', 'plans'],
  ['record', 'record', 'records'],
  ['change', 'undo step', 'undo steps'],
  ['revision', 'issued revision', 'issued revisions'],
  ['attachment', 'picture', 'pictures'],
  ['attachment_part', 'part of a picture', 'parts of pictures'],
  ['template', 'template', 'templates'],
  ['setting', 'setting', 'settings'],
];

/** One sentence of what was left out and where it still is; null when nothing was. */
export function leftOutText(leftOut: LeftOut, keptAs: string): string | null {
  const counts = NOUNS.flatMap(([table, one, more]) => {
    const count = leftOut[table] ?? 0;
    return count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${more}`];
  });
  const last = counts.pop();
  if (last === undefined) return null;
  const named = counts.length === 0 ? last : `${counts.join(', ')} and ${last}`;
  const where = counts.length === 0 && last.startsWith('1 ') ? 'it is' : 'they are';
  return `${named} could not be taken over; ${where} in ${keptAs}.`;
}
