import type { DisplayUnit } from '../quantity.ts';
import { isNumberOf } from './field-test.ts';
import type { QueryTerm } from './parse-query.ts';
import { queryFields } from './query-fields.ts';

const SORTS: ReadonlySet<string> = new Set(['length', 'area', 'angle', 'bearing']);
/** 3.2 m - 40 cm has four words behind the first. */
const MOST_WORDS = 6;

/**
 * The terms with numbers that were typed in several words made whole: `height<3 m`, `height<12' 6"`,
 * `direction:N 45 E`. Else the words behind the first would be looked for in the records.
 */
export function withWholeNumbers(terms: readonly QueryTerm[], unit: DisplayUnit): readonly QueryTerm[] {
  const whole: QueryTerm[] = [];
  for (let index = 0; index < terms.length; ) {
    const term = terms[index];
    if (!term) break;
    const taken = wordsTaken(terms, index, unit);
    whole.push(taken === 0 ? term : joined(terms.slice(index, index + 1 + taken)));
    index += 1 + taken;
  }
  return whole;
}

/** How many of the words behind a term belong to its number: as many as make one. */
function wordsTaken(terms: readonly QueryTerm[], index: number, unit: DisplayUnit): number {
  const [term, ...behind] = terms.slice(index, index + 1 + MOST_WORDS);
  const field = term?.field ? queryFields.get(term.field) : undefined;
  if (!term || !field || !SORTS.has(field.sort)) return 0;
  const end = behind.findIndex(({ field: other, isNegated }) => other !== null || isNegated);
  for (let count = end < 0 ? behind.length : end; count > 0; count--) {
    const value = joined([term, ...behind.slice(0, count)]).values.join();
    if (isNumberOf(value, field.sort, unit)) return count;
  }
  return 0;
}

function joined(terms: readonly QueryTerm[]): QueryTerm {
  const [first, ...words] = terms as readonly [QueryTerm, ...QueryTerm[]];
  const value = [first.values.join(), ...words.map(({ values }) => values.join())].join(' ');
  return { ...first, values: [value], to: words.at(-1)?.to ?? first.to };
}
