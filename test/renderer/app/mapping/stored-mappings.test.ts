import { expect, test } from 'vitest';
import { type Mapping, mappingOf } from '../../../../core/mapping/mapping.ts';
import { rememberedMapping, withMapping } from '../../../../renderer/app/mapping/stored-mappings.ts';

const saying = (value: string): Mapping => mappingOf([{ attribute: 'art', value, becomes: 'building' }]);
const keep = (stored: string | undefined, fingerprint: string, mapping: Mapping): string => {
  const text = withMapping(stored, { fingerprint, mapping });
  if (text === null) throw new Error('Nothing is remembered.');
  return text;
};

test('what was said of a file is proposed for the next one with the same attributes', () => {
  const stored = keep(keep(undefined, 'a', saying('x')), 'b', saying('y'));
  expect(rememberedMapping(stored, 'a')).toEqual(saying('x'));
  expect(rememberedMapping(stored, 'b')).toEqual(saying('y'));
  expect(rememberedMapping(stored, 'c')).toBe(null);
  expect(rememberedMapping(undefined, 'a')).toBe(null);
  expect(rememberedMapping(keep(stored, 'a', saying('z')), 'a')).toEqual(saying('z'));
});

test('the oldest go where there is no room, and one that is too long alone is not remembered', () => {
  let stored: string | undefined;
  for (let file = 0; file < 30; file += 1) stored = keep(stored, `f${file}`, saying('x'.repeat(900)));
  expect(stored?.length).toBeLessThanOrEqual(20_000);
  expect(rememberedMapping(stored, 'f29')).not.toBe(null);
  expect(rememberedMapping(stored, 'f12')).not.toBe(null);
  expect(rememberedMapping(stored, 'f0')).toBe(null);
  const long = mappingOf(
    Array.from({ length: 30 }, () => ({ attribute: 'a', value: 'x'.repeat(900), becomes: 'wall' as const })),
  );
  expect(withMapping(stored, { fingerprint: 'long', mapping: long })).toBe(null);
});

test('a mapping that says nothing is not remembered, and what cannot be understood is no mapping', () => {
  expect(withMapping(undefined, { fingerprint: 'a', mapping: mappingOf([]) })).toBe(null);
  for (const stored of ['', '{', '{}', '[1]', '[{"fingerprint":"a","mapping":{}}]', '['.repeat(99)])
    expect(rememberedMapping(stored, 'a')).toBe(null);
  const half = keep('[{"fingerprint":"b","mapping":1}]', 'a', saying('x'));
  expect(JSON.parse(half)).toHaveLength(1);
});
