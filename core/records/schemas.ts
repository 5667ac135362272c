import { keptText } from '../plain-text.ts';
import { z } from '../schema.ts';

/** Whether a value is what its schema would give back for it: valid, and with nothing left to quantise. */
export type AsIsCheck = (value: unknown) => boolean;

/*  What the fields of records are made of. Each schema is made together with the check that says whether a value can
 *  stay as it is: plans that this program stored pass it, several times faster than the library copies them. */
const checks = new WeakMap<z.ZodType, AsIsCheck>();

function checked<S extends z.ZodType>(schema: S, check: AsIsCheck): S {
  checks.set(schema, check);
  return schema;
}

/** A number within bounds. */
export const number = (least: number, most: number) =>
  checked(
    z.number().min(least).max(most),
    (value) => typeof value === 'number' && value >= least && value <= most,
  );

/** A whole number within bounds. */
export const whole = (least: number, most: number) =>
  checked(
    z.number().int().min(least).max(most),
    (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
  );

/** A number within bounds that is kept as `round` makes it. */
export const rounded = (least: number, most: number, round: (value: number) => number) =>
  checked(
    z.number().min(least).max(most).transform(round),
    (value) => typeof value === 'number' && value >= least && value <= most && Object.is(round(value), value),
  );

/** A text of at most so many characters, kept without what is no letter: see `keptText`. */
export const text = (most: number) =>
  checked(
    z.string().max(most).overwrite(keptText),
    (value) => typeof value === 'string' && value.length <= most && keptText(value) === value,
  );

/** A text of a form; the pattern must have no state. */
export const textLike = (pattern: RegExp) =>
  checked(z.string().regex(pattern), (value) => typeof value === 'string' && pattern.test(value));

export const flag = () => checked(z.boolean(), (value) => typeof value === 'boolean');

/** One of some words. */
export function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  const known = new Set<unknown>(words);
  return checked(z.enum(words), (value) => known.has(value));
}

/** One word and no other. */
export const only = <const T extends string>(word: T) => checked(z.literal(word), (value) => value === word);

/** The id of a record of one kind of some: `kind:uuid`. */
export function idOfAny<K extends string>(kinds: readonly [K, ...K[]]) {
  const starts = kinds.map((kind) => `${kind}:`);
  return checked(z.templateLiteral([z.enum(kinds), ':', z.guid()]), (value) => isIdOf(value, starts));
}

/** The id of a record of one kind: `kind:uuid`. */
export function idOf<K extends string>(kind: K) {
  const starts = [`${kind}:`];
  return checked(z.templateLiteral([`${kind}:`, z.guid()]), (value) => isIdOf(value, starts));
}

function isIdOf(value: unknown, starts: readonly string[]): boolean {
  if (typeof value !== 'string') return false;
  const start = starts.find((each) => value.startsWith(each));
  return start !== undefined && z.regexes.guid.test(value.slice(start.length));
}

/** A list of so many entries. */
export function list<S extends z.ZodType>(entry: S, least: number, most: number) {
  const accepts = asIsCheck(entry);
  const isOfSize = ({ length }: readonly unknown[]) => length >= least && length <= most;
  return checked(
    z.array(entry).min(least).max(most),
    (value) => Array.isArray(value) && isOfSize(value) && value.every(accepts),
  );
}

/** A list of exactly one entry. */
export function single<S extends z.ZodType>(entry: S) {
  const accepts = asIsCheck(entry);
  return checked(
    z.tuple([entry]),
    (value) => Array.isArray(value) && value.length === 1 && accepts(value[0]),
  );
}

/** A value, or null where there is none. */
export function nullable<S extends z.ZodType>(schema: S) {
  const accepts = asIsCheck(schema);
  return checked(z.nullable(schema), (value) => value === null || accepts(value));
}

/** An object of exactly these fields. */
export function fields<S extends Readonly<Record<string, z.ZodType>>>(shape: S) {
  const all = Object.entries(shape).map(([name, schema]) => ({ name, accepts: asIsCheck(schema) }));
  return checked(z.strictObject(shape), (value) => {
    if (typeof value !== 'object' || value === null) return false;
    if (Object.getPrototypeOf(value) !== Object.prototype) return false;
    if (Object.keys(value).length !== all.length) return false;
    for (const { name, accepts } of all) {
      if (!Object.hasOwn(value, name) || !accepts((value as Record<string, unknown>)[name])) return false;
    }
    return true;
  });
}

type Case = z.core.$ZodTypeDiscriminable & z.ZodType;

/** Objects that are told from each other by a field. */
export function cases<K extends string, const C extends readonly [Case, ...Case[]]>(field: K, all: C) {
  const accepting = all.map(asIsCheck);
  return checked(z.discriminatedUnion(field, all), (value) => accepting.some((accepts) => accepts(value)));
}

/**
 * The check of a schema that was made here: it says yes only to values that the schema would give back equal; a no
 * means nothing.
 */
export function asIsCheck(schema: z.ZodType): AsIsCheck {
  const check = checks.get(schema);
  if (!check) throw new Error('This schema was not made with its check.');
  return check;
}
