import type { Kind, PlacedRecord } from '../plan/kinds/index.ts';
import { kinds, type Plan, settingsOf } from '../plan/plan.ts';
import { err, ok, type Result } from '../result.ts';
import { fieldTest, fieldValue } from './field-test.ts';
import { parseQuery, type QueryError, type QueryTerm } from './parse-query.ts';
import { queryFields } from './query-fields.ts';
import { foldText, type TextTest, textPattern } from './text-pattern.ts';
import { withWholeNumbers } from './whole-numbers.ts';

/** Whether a record is one that the query asks for. */
export type RecordTest = (record: PlacedRecord) => boolean;

export type QueryScope = {
  readonly plan: Plan;
  /** What the person calls a kind; its key is understood as well. */
  readonly kindName: (kind: Kind) => string;
};

/**
 * The test that a typed query means on a plan; an empty query takes everything.
 *
 * Free words must be in the tag, the kind, the name, the text or the notes. Fields are those of
 * `queryFields`; their values are typed in the plan's display units, directions as bearings, `none` for
 * what is empty. Refuses with the place in the text and what is wrong there.
 */
export function compileQuery(typed: string, scope: QueryScope): Result<RecordTest, QueryError> {
  const terms = parseQuery(typed);
  if (!terms.ok) return terms;
  const tests: RecordTest[] = [];
  const { displayUnit } = settingsOf(scope.plan);
  for (const term of withWholeNumbers(terms.value, displayUnit)) {
    const test = termTest(term, scope);
    if (!test.ok) return test;
    tests.push(term.isNegated ? (record) => !test.value(record) : test.value);
  }
  return ok((record) => tests.every((test) => test(record)));
}

function termTest(term: QueryTerm, scope: QueryScope): Result<RecordTest, QueryError> {
  const { field: name, from, to } = term;
  if (name === null) return ok(anywhere(term, scope));
  const field = queryFields.get(name);
  if (!field) return err({ reason: 'unknown-field', from, to, said: name });
  if (name === 'kind') return kindTest(term, scope);
  const accepts = fieldTest(term, field, scope.plan);
  if (!accepts.ok) return accepts;
  return ok((record) => accepts.value(fieldValue(record, field, scope.plan)));
}

function anywhere({ values }: QueryTerm, scope: QueryScope): RecordTest {
  const holds = textPattern(values[0] ?? '', { isWhole: false });
  const ofKind = kindsWith(holds, scope);
  return (record) => ofKind.has(kindOfRecord(record)) || wordsOf(record).some(holds);
}

const kindOfRecord = (record: PlacedRecord): string => record.id.slice(0, record.id.indexOf(':'));

/** What of a record free words are looked for in, besides its kind. */
function wordsOf(record: PlacedRecord): readonly string[] {
  const words = [record.tag ?? '', record.notes];
  if ('name' in record) words.push(record.name);
  if ('text' in record) words.push(record.text ?? '');
  return words;
}

function kindsWith(holds: TextTest, { kindName }: QueryScope): ReadonlySet<string> {
  return new Set(kinds.filter((kind) => holds(kind) || holds(kindName(kind))));
}

function kindTest(term: QueryTerm, scope: QueryScope): Result<RecordTest, QueryError> {
  const { values, operator, from, to } = term;
  if (operator !== ':' && operator !== '=') return err({ reason: 'no-order', from, to, said: 'kind' });
  const wanted = new Set<string>();
  for (const value of values) {
    const whole = kindsWith(textPattern(value, { isWhole: true }), scope);
    // "road" is the road, and not what only begins like it.
    const found = whole.size > 0 || operator === '=' ? whole : kindsWith(startsLike(value), scope);
    if (found.size === 0) return err({ reason: 'unknown-value', from, to, said: value });
    for (const kind of found) wanted.add(kind);
  }
  return ok((record) => wanted.has(kindOfRecord(record)));
}

/** Kinds and their names are also found by how a word of them begins, while they are being typed. */
function startsLike(value: string): TextTest {
  const start = foldText(value);
  return (text) =>
    foldText(text)
      .split(' ')
      .some((word) => word.startsWith(start));
}
