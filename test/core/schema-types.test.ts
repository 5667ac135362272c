import { describe, expect, test } from 'vitest';
import { decodePlan } from '../../core/codec/plan-file.ts';
import { contract } from '../../core/contract/contract.ts';
import { planOfGeojson } from '../../core/exchange/geojson/plan-of-geojson.ts';
import { parseRecord } from '../../core/plan/parse-record.ts';
import { z } from '../../core/schema.ts';
import { placedKinds, record } from '../support/plan-builder.ts';

/** Values with a length that cannot be compared with a number: comparing one throws. */
const lengths = [
  { length: { toString: 1, valueOf: 1 } },
  { length: JSON.parse('{"__proto__":null,"valueOf":null}') as unknown },
  { length: [{ toString: 1, valueOf: 1 }] },
  { length: Object.create(null) as unknown },
];

/** All that can stand in a record where a text or a list does, one at a time. */
function* spoiled(value: object, by: unknown): Generator<unknown> {
  for (const [name, inner] of Object.entries(value)) {
    yield { ...value, [name]: by };
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue;
    for (const each of spoiled(inner as object, by)) yield { ...value, [name]: each };
  }
}

describe.each(lengths.map((value, number) => ({ value, number })))(
  'a length that is none, $number',
  ({ value }) => {
    test('is refused in words of texts and of lists, with and without limits', () => {
      for (const schema of [
        z.string(),
        z.string().min(1).max(9),
        z.array(z.number()),
        z.array(z.number()).length(2),
      ]) {
        const parsed = schema.safeParse(value);
        expect(parsed.error?.issues).toHaveLength(1);
        expect(parsed.error?.issues[0]?.message).toMatch(/^must be a (text|list)$/);
      }
    });

    test('in any field of any kind is no record', () => {
      for (const kind of placedKinds)
        for (const each of spoiled(record(kind), value)) expect(parseRecord(each).ok).toBe(false);
    });

    test('in GeoJSON and in a plan file is refused or passed over, never thrown at', () => {
      const feature = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1, 2] } };
      const collection = { type: 'FeatureCollection', coordinates: 'plan-metres', features: [feature] };
      const newId = () => '00000000-0000-4000-8000-0000000000ff';
      for (const each of [
        ...spoiled(collection, value),
        { ...collection, features: [...spoiled(feature, value)] },
      ])
        expect(() => planOfGeojson(JSON.stringify(each), { name: 'Test', newId })).not.toThrow();
      const manifest = { sallyport: 'plan', format: 3, app: '1', planId: value, files: value };
      const bytes = new TextEncoder().encode(JSON.stringify(manifest));
      expect(decodePlan([{ path: 'manifest.json', bytes }] as never)).toMatchObject({ ok: false });
    });

    test('as an argument from the window is refused', () => {
      for (const { args } of Object.values(contract)) expect(() => args.safeParse(value)).not.toThrow();
      expect(contract['sites.create'].args.safeParse({ name: value }).success).toBe(false);
    });
  },
);

test('what a text and a list must be is said as before', () => {
  expect(z.string().max(3).safeParse('four').error?.issues[0]?.message).toBe(
    'must have at most 3 characters',
  );
  expect(z.array(z.string()).min(1).safeParse([]).error?.issues[0]?.message).toBe(
    'must have at least 1 entries',
  );
  expect(z.array(z.string().max(3)).safeParse(['a', 'four']).error?.issues[0]?.path).toEqual([1]);
});
