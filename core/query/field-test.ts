import type { AnyId, PlacedRecord } from '../plan/kinds/index.ts';
import { getRecord, type Plan, settingsOf } from '../plan/plan.ts';
import {
  angleWays,
  type DisplayUnit,
  lengthWays,
  numberWays,
  parseAngle,
  parseArea,
  parseBearing,
  parseLength,
  parseNumber,
} from '../quantity.ts';
import { err, ok, type Result } from '../result.ts';
import { normaliseAngle, toBearing, toDegrees } from '../units.ts';
import type { QueryError, QueryOperator, QueryTerm } from './parse-query.ts';
import type { FieldSort, QueryField } from './query-fields.ts';
import { recordArea, recordLength, recordMiddle } from './record-measures.ts';
import { foldText, textPattern } from './text-pattern.ts';

type ValueTest = (value: unknown) => boolean;
type Tested = Result<ValueTest, QueryError>;

const derivedValues: Readonly<Record<string, (record: PlacedRecord, plan: Plan) => number | null>> = {
  length: recordLength,
  surface: recordArea,
  x: (record, plan) => recordMiddle(record, plan)?.x ?? null,
  y: (record, plan) => recordMiddle(record, plan)?.y ?? null,
};

/** The value of a field: what is stored, what follows from it, or the name of the record it refers to. */
export function fieldValue(record: PlacedRecord, { name }: QueryField, plan: Plan): unknown {
  const stored: unknown = (record as unknown as Readonly<Record<string, unknown>>)[name];
  if (stored === undefined) return derivedValues[name]?.(record, plan);
  if (typeof stored !== 'string' || name === 'id' || !/^[a-z]\w*:[0-9a-f-]{36}$/i.test(stored)) return stored;
  return nameOf(getRecord(plan, stored as AnyId)) ?? stored;
}

function nameOf(record: object | undefined): string | null {
  if (!record) return null;
  const { tag, name } = record as { readonly tag?: string | null; readonly name?: string };
  return tag ?? name ?? null;
}

/** What a condition asks of the value of its field. */
export function fieldTest(term: QueryTerm, field: QueryField, plan: Plan): Tested {
  if (field.sort === 'text') return textTest(term, field);
  if (field.sort === 'choice') return choiceTest(term, field);
  if (field.sort === 'flag') return flagTest(term);
  return numberTest(term, field.sort, settingsOf(plan).displayUnit);
}

const isNone = (value: string): boolean => foldText(value) === 'none';
const hasOrder = (operator: QueryOperator): boolean => operator !== ':' && operator !== '=';
const refused = ({ from, to }: QueryTerm, reason: QueryError['reason'], said: string) =>
  err({ reason, from, to, said });

function textTest(term: QueryTerm, { name }: QueryField): Tested {
  if (hasOrder(term.operator)) return refused(term, 'no-order', name);
  const tests = term.values.map((value) => ({
    takesNone: isNone(value),
    holds: textPattern(value, { isWhole: term.operator === '=' }),
  }));
  return ok((value) =>
    tests.some(({ takesNone, holds }) =>
      value === null || value === '' ? takesNone : textsIn(value).some((text) => holds(text)),
    ),
  );
}

/** The texts of a value; of an object, as evidence is, those of its fields. */
function textsIn(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'object') return Object.values(value).flatMap(textsIn);
  return [String(value)];
}

function choiceTest(term: QueryTerm, field: QueryField): Tested {
  if (hasOrder(term.operator)) return refused(term, 'no-order', field.name);
  for (const value of term.values) {
    const holds = textPattern(value, { isWhole: term.operator === '=' });
    if (!isNone(value) && !field.choices.some(holds)) return refused(term, 'unknown-value', value);
  }
  return textTest(term, field);
}

const flags: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  on: true,
  no: false,
  false: false,
  off: false,
};

function flagTest(term: QueryTerm): Tested {
  const wanted = term.values.map((value) => flags[foldText(value)]);
  const [first] = wanted;
  if (first === undefined || wanted.includes(undefined) || hasOrder(term.operator))
    return refused(term, 'not-a-flag', term.values.join());
  return ok((value) => wanted.some((flag) => flag === value));
}

/** Half of the smallest step that is kept or shown: what differs by less is equal. */
const tolerances: { readonly [S in FieldSort]?: number } = {
  length: 0.0006,
  area: 0.05,
  angle: 0.0009,
  // Degrees.
  bearing: 0.05,
};

function numberTest(term: QueryTerm, sort: FieldSort, unit: DisplayUnit): Tested {
  const values = numbersOf(term.values, sort, unit);
  if (!values) return refusedNumber(term, sort, unit);
  const tolerance = tolerances[sort] ?? 1e-9;
  const above = aboves(sort, term.operator);
  const takesNone = term.values.some(isNone) && !hasOrder(term.operator);
  return ok((value) => {
    if (value === null) return takesNone;
    return (
      typeof value === 'number' &&
      values.some((wanted) => compares(term.operator, above(value, wanted), tolerance))
    );
  });
}

/** Why the values are no numbers: the first of them that has several meanings, each as it is typed in a query. */
function refusedNumber(term: QueryTerm, sort: FieldSort, unit: DisplayUnit) {
  const unclear = [term.values.join(), ...term.values].find((value) => isUnclear(value, sort, unit));
  if (unclear === undefined) return refused(term, 'not-a-number', term.values.join());
  const ways = waysOf(unclear, sort, unit).map((way) => (/\s/.test(way) ? `"${way}"` : way));
  return ways.length > 0
    ? refused(term, 'several-meanings', ways.join(' or '))
    : refused(term, 'unclear', unclear);
}

function isUnclear(value: string, sort: FieldSort, unit: DisplayUnit): boolean {
  const read = readers[sort](value, unit);
  return !read.ok && read.error === 'unclear';
}

function waysOf(value: string, sort: FieldSort, unit: DisplayUnit): readonly string[] {
  if (sort === 'length') return lengthWays(value, unit);
  return sort === 'angle' || sort === 'bearing' ? angleWays(value) : numberWays(value);
}

/** Whether a text is a number of a field of this sort, or would be one if it were clear. */
export function isNumberOf(value: string, sort: FieldSort, unit: DisplayUnit): boolean {
  return numberOf(value, sort, unit) !== null || isUnclear(value, sort, unit);
}

type Above = (value: number, wanted: number) => number;

/** How far a value is above the wanted one; directions by their bearings, equal ones around the circle. */
function aboves(sort: FieldSort, operator: QueryOperator): Above {
  if (sort !== 'bearing') return (value, wanted) => value - wanted;
  if (hasOrder(operator)) return (value, wanted) => toBearing(value) - toBearing(wanted);
  return (value, wanted) => toDegrees(normaliseAngle(value - wanted));
}

function compares(operator: QueryOperator, above: number, tolerance: number): boolean {
  if (operator === '<') return above < -tolerance;
  if (operator === '>') return above > tolerance;
  if (operator === '<=') return above <= tolerance;
  if (operator === '>=') return above >= -tolerance;
  return Math.abs(above) <= tolerance;
}

/** The typed numbers; a decimal comma is one before the comma parts two values. Null where one cannot be read. */
function numbersOf(values: readonly string[], sort: FieldSort, unit: DisplayUnit): readonly number[] | null {
  const together = values.length > 1 ? values.join() : '';
  const whole = numberOf(together, sort, unit);
  if (whole !== null) return [whole];
  if (isUnclear(together, sort, unit)) return null;
  const numbers = values.filter((value) => !isNone(value)).map((value) => numberOf(value, sort, unit));
  return numbers.includes(null) ? null : numbers.flatMap((number) => number ?? []);
}

function numberOf(value: string, sort: FieldSort, unit: DisplayUnit): number | null {
  const read = readers[sort](value, unit);
  return read.ok ? read.value : null;
}

type Reader = (value: string, unit: DisplayUnit) => Result<number, unknown>;

const readers: { readonly [S in FieldSort]: Reader } = {
  length: parseLength,
  angle: (value) => parseAngle(value),
  bearing: (value) => parseBearing(value),
  area: parseArea,
  number: (value) => parseNumber(value),
  text: () => err('not-a-number'),
  flag: () => err('not-a-number'),
  choice: () => err('not-a-number'),
};
