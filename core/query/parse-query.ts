import { err, ok, type Result } from '../result.ts';

/** How a field is compared: `:` holds the text (or equals the number), `=` is exactly it. */
export const queryOperators = ['<=', '>=', ':', '=', '<', '>'] as const;
export type QueryOperator = (typeof queryOperators)[number];

/** A part of the typed text, from its first character up to, without, `to`. */
export type QueryPlace = { readonly from: number; readonly to: number };

/** One condition. A free word has no field; any one of the values is enough. */
export type QueryTerm = QueryPlace & {
  readonly isNegated: boolean;
  readonly field: string | null;
  readonly operator: QueryOperator;
  readonly values: readonly string[];
};

/** What a query refuses: the reason, the part of the text that is wrong, and what it says there. */
export type QueryError = QueryPlace & {
  readonly reason:
    | 'too-long'
    | 'unclosed-quote'
    | 'missing-value'
    | 'unknown-field'
    | 'not-a-number'
    | 'several-meanings'
    | 'unclear'
    | 'not-a-flag'
    | 'no-order'
    | 'unknown-value';
  readonly said: string;
};

const MOST_CHARACTERS = 1000;
// The name of a field with its comparison; around < > = spaces are allowed.
const FIELD = /^([a-z]\w*)(:|\s*(?:<=|>=|=|<|>)\s*)/i;

/**
 * The conditions of a typed query, all of which must hold: `kind:camera -state:removed height<3 "north gate"`.
 *
 * Words stand apart by spaces; quotes keep spaces, a comma gives several values of which one is enough,
 * `-` in front turns a condition round. Fields are not looked up yet: `compileQuery` does that.
 */
export function parseQuery(text: string): Result<readonly QueryTerm[], QueryError> {
  if (text.length > MOST_CHARACTERS) {
    return err({ reason: 'too-long', from: MOST_CHARACTERS, to: text.length, said: '' });
  }
  const terms: QueryTerm[] = [];
  let next = afterSpaces(text, 0);
  while (next < text.length) {
    const term = readTerm(text, next);
    if (!term.ok) return term;
    terms.push(term.value);
    next = afterSpaces(text, term.value.to);
  }
  return ok(terms);
}

function afterSpaces(text: string, from: number): number {
  let next = from;
  while (next < text.length && /\s/.test(text[next] ?? '')) next++;
  return next;
}

function readTerm(text: string, from: number): Result<QueryTerm, QueryError> {
  const isNegated = text[from] === '-' && /\S/.test(text[from + 1] ?? ' ');
  const start = isNegated ? from + 1 : from;
  const named = FIELD.exec(text.slice(start));
  const field = named?.[1]?.toLowerCase() ?? null;
  const operator = operatorOf(named?.[2]);
  const read = readValues(text, start + (named?.[0].length ?? 0), field !== null);
  if (!read.ok) return read;
  const { values, to } = read.value;
  if (values.length === 0) return err({ reason: 'missing-value', from, to, said: text.slice(from, to) });
  return ok({ isNegated, field, operator, values, from, to });
}

function operatorOf(written: string | undefined): QueryOperator {
  return queryOperators.find((operator) => operator === written?.trim()) ?? ':';
}

type Values = { readonly values: readonly string[]; readonly to: number };

/** A free word is one value whatever is in it; the values of a field are split at commas. */
function readValues(text: string, from: number, hasField: boolean): Result<Values, QueryError> {
  const values: string[] = [];
  let next = from;
  while (next < text.length && !/\s/.test(text[next] ?? '')) {
    const value = text[next] === '"' ? readQuoted(text, next) : readBare(text, next, hasField);
    if (!value) return err({ reason: 'unclosed-quote', from: next, to: text.length, said: text.slice(next) });
    if (value.text !== '') values.push(value.text);
    next = value.to + (hasField && text[value.to] === ',' ? 1 : 0);
    if (!hasField) break;
  }
  return ok({ values, to: next });
}

type Value = { readonly text: string; readonly to: number };

/** The quote that closes stands before a space, a comma or the end: inches have the same mark. */
function readQuoted(text: string, from: number): Value | null {
  const close = /"(?=$|[\s,])/g;
  close.lastIndex = from + 1;
  const end = close.exec(text)?.index;
  return end === undefined ? null : { text: text.slice(from + 1, end), to: end + 1 };
}

function readBare(text: string, from: number, hasField: boolean): Value {
  const length = text.slice(from).search(hasField ? /[\s,]/ : /\s/);
  const to = length < 0 ? text.length : from + length;
  return { text: text.slice(from, to), to };
}
