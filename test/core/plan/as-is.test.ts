import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planKinds } from '../../../core/plan/kinds/index.ts';
import { parseRecord } from '../../../core/plan/parse-record.ts';
import { kinds } from '../../../core/plan/plan.ts';
import { asIsCheck } from '../../../core/records/schemas.ts';
import { z } from '../../../core/schema.ts';
import { granted, record } from '../../support/plan-builder.ts';

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('asIsCheck', () => {
  // Otherwise opening a large plan copies every record once more.
  test.each(kinds)('accepts a stored %s', (kind) => {
    expect(asIsCheck(planKinds[kind].schema)(stored(record(kind)))).toBe(true);
  });

  test.each([
    ['a length that is not whole millimetres', { thickness: 0.20049 }],
    ['a negative zero', { bulge: -0 }],
    ['a value out of range', { thickness: 0 }],
    ['not a number', { bulge: Number.NaN }],
    ['another type', { locked: 'false' }],
    ['a word that is none of its list', { material: 'wood' }],
    ['an id of another kind', { floor: 'layer:00000000-0000-4000-8000-000000000001' }],
    ['a text that is too long', { tag: 'x'.repeat(81) }],
    ['a field too many', { surplus: 1 }],
    ['null where there must be something', { a: null }],
  ])('does not accept %s', (_, change) => {
    const check = asIsCheck(planKinds.wall.schema);
    expect(check({ ...record('wall'), ...change })).toBe(false);
  });

  test('does not accept a missing field, a list, an inherited field or an object of a class', () => {
    const check = asIsCheck(planKinds.wall.schema);
    const { tag: _, ...rest } = record('wall');
    expect(check(rest)).toBe(false);
    expect(check([])).toBe(false);
    expect(check(Object.create(record('wall')))).toBe(false);
    expect(check(Object.assign(Object.create({ locked: true }), record('wall')))).toBe(false);
    expect(check(JSON.parse('{"__proto__": {"polluted": 1}}'))).toBe(false);
  });

  test('is there only for schemas that were made with it', () => {
    for (const schema of [z.string().trim(), z.object({ a: z.number() }), planKinds.wall.schema.partial()])
      expect(() => asIsCheck(schema)).toThrow('This schema was not made with its check.');
  });
});

/** Paths of all values within a value. */
function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function withValue(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const inner = (value as Record<string, unknown>)[key];
  return Object.assign(copy, { [key]: withValue(inner, rest, replacement) });
}

const replacement = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    'existing',
    true,
    -0,
    0,
    [],
    {},
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ),
  fc.double(),
  fc.integer({ min: -2000, max: 2000 }).map((value) => value / 1000),
  fc.string({ maxLength: 100 }),
  fc.dictionary(fc.string({ maxLength: 3 }), fc.integer(), { maxKeys: 2 }),
);

test('what it accepts, the schema gives back equal, whatever is changed in a record', () => {
  const property = fc.property(fc.constantFrom(...kinds), fc.nat(), replacement, (kind, at, value) => {
    const before = stored(record(kind));
    const paths = pathsIn(before);
    const changed = withValue(before, paths[at % paths.length] ?? [], value);
    const parsed = planKinds[kind].schema.safeParse(changed);
    if (asIsCheck(planKinds[kind].schema)(changed))
      expect(parsed.success && parsed.data).toStrictEqual(changed);
    const again = parseRecord(changed);
    expect(again.ok).toBe(parsed.success);
    if (again.ok) expect(again.value).toStrictEqual(parsed.data);
  });
  fc.assert(property, { seed: 20261124, numRuns: 4000 });
});

test('a record that needs no change is given back itself; one that does is a copy', () => {
  const wall = record('wall');
  expect(granted(parseRecord(wall))).toBe(wall);
  const long = { ...wall, thickness: 0.20049 };
  expect(granted(parseRecord(long))).toEqual({ ...wall, thickness: 0.2 });
  expect(long.thickness).toBe(0.20049);
});
