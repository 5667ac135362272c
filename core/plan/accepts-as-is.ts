import { z } from '../schema.ts';

/** Whether a value is what its schema would give back for it: valid, and with nothing left to quantise. */
export type AsIsCheck = (value: unknown) => boolean;

/** The parts of a zod schema's definition that are read here; anything else makes a check that says no. */
type Definition = {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDefinition } }[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly transform?: (value: unknown, payload: never) => unknown;
};

type CheckDefinition = {
  readonly check: string;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly pattern?: RegExp;
};

const internals = (schema: z.ZodType) =>
  schema._zod as unknown as { readonly def: Definition; readonly pattern?: RegExp };

const never: AsIsCheck = () => false;

const checkMakers: Readonly<Record<string, (check: CheckDefinition) => AsIsCheck>> = {
  greater_than: ({ value = Number.NaN, inclusive }) =>
    inclusive ? (given) => (given as number) >= value : (given) => (given as number) > value,
  less_than: ({ value = Number.NaN, inclusive }) =>
    inclusive ? (given) => (given as number) <= value : (given) => (given as number) < value,
  min_length:
    ({ minimum = Number.NaN }) =>
    (given) =>
      (given as string | unknown[]).length >= minimum,
  max_length:
    ({ maximum = Number.NaN }) =>
    (given) =>
      (given as string | unknown[]).length <= maximum,
  number_format: ({ format }) => (format === 'safeint' ? Number.isSafeInteger : never),
  string_format: ({ pattern }) =>
    pattern && !pattern.global && !pattern.sticky ? (given) => pattern.test(given as string) : never,
};

/** All checks of a schema that stand behind the check of its type. */
function withChecks({ checks = [] }: Definition, isOfType: AsIsCheck): AsIsCheck {
  const further = checks.map(({ _zod: { def } }) => def).filter(({ check }) => check !== z.TYPE_FIRST);
  const all = [isOfType, ...further.map((def) => checkMakers[def.check]?.(def) ?? never)];
  const [first = never, second, third] = all;
  if (!second) return first;
  if (!third) return (value) => first(value) && second(value);
  return (value) => all.every((check) => check(value));
}

function objectCheck({ shape = {}, catchall }: Definition): AsIsCheck {
  // Only a strict object gives back every key it was given.
  if (!catchall || internals(catchall).def.type !== 'never') return never;
  const fields = Object.entries(shape).map(([name, schema]) => ({ name, accepts: asIsCheck(schema) }));
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    if (Object.getPrototypeOf(value) !== Object.prototype) return false;
    if (Object.keys(value).length !== fields.length) return false;
    for (const { name, accepts } of fields) {
      if (!Object.hasOwn(value, name) || !accepts((value as Record<string, unknown>)[name])) return false;
    }
    return true;
  };
}

function pipeCheck({ in: before, out: after }: Definition): AsIsCheck {
  const accepts = before ? asIsCheck(before) : never;
  const transform = after ? internals(after).def.transform : undefined;
  if (!transform) return never;
  return (value) => accepts(value) && Object.is(transform(value, {} as never), value);
}

const typeMakers: Readonly<Record<string, (definition: Definition, schema: z.ZodType) => AsIsCheck>> = {
  string: (definition) => withChecks(definition, (value) => typeof value === 'string'),
  number: (definition) => withChecks(definition, Number.isFinite),
  boolean: (definition) => withChecks(definition, (value) => typeof value === 'boolean'),
  literal: ({ values = [] }) => {
    const known = new Set(values);
    return (value) => known.has(value);
  },
  enum: ({ entries = {} }) => {
    const known = new Set(Object.values(entries));
    return (value) => known.has(value);
  },
  template_literal: (_, schema) => {
    const { pattern } = internals(schema);
    return pattern ? (value) => typeof value === 'string' && pattern.test(value) : never;
  },
  nullable: ({ innerType }) => {
    const accepts = innerType ? asIsCheck(innerType) : never;
    return (value) => value === null || accepts(value);
  },
  union: ({ options = [] }) => {
    const all = options.map(asIsCheck);
    return (value) => all.some((accepts) => accepts(value));
  },
  array: (definition) => {
    const accepts = definition.element ? asIsCheck(definition.element) : never;
    return withChecks(definition, (value) => Array.isArray(value) && value.every(accepts));
  },
  tuple: ({ items = [] }) => {
    const all = items.map(asIsCheck);
    return (value) =>
      Array.isArray(value) &&
      value.length === all.length &&
      all.every((accepts, index) => accepts(value[index]));
  },
  object: (definition) => withChecks(definition, objectCheck(definition)),
  pipe: (definition) => withChecks(definition, pipeCheck(definition)),
};

/**
 * A check that says yes only to values that the schema would give back equal; a no means nothing.
 *
 * Plans that were stored by this program pass it, several times faster than the schema copies them. A kind
 * of schema that it does not know it never accepts.
 */
export function asIsCheck(schema: z.ZodType): AsIsCheck {
  const { def } = internals(schema);
  return typeMakers[def.type]?.(def, schema) ?? never;
}
