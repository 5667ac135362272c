import { expect, test } from 'vitest';
import { parseBounded } from '../../core/bounded-json.ts';

const limits = { depth: 3, values: 10, fields: 4 };
const reasonOf = (text: string) => {
  const parsed = parseBounded(text, limits);
  return parsed.ok ? parsed.value : parsed.error.reason;
};

test('what is within the limits is parsed', () => {
  expect(reasonOf('{"a":[1,{"b":2}]}')).toEqual({ a: [1, { b: 2 }] });
  expect(reasonOf('[1,2,3,4,5,6,7,8,9]')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('depth and values are refused one beyond the limit', () => {
  expect(reasonOf('[[[[]]]]')).toBe('too-deep');
  expect(reasonOf('{"a":{"b":{"c":{}}}}')).toBe('too-deep');
  expect(reasonOf('[1,2,3,4,5,6,7,8,9,10]')).toBe('too-many');
});

test('the fields of one object are counted, those of its neighbours and of what is in it are not', () => {
  expect(reasonOf('{"a":1,"b":2,"c":3,"d":4}')).toEqual({ a: 1, b: 2, c: 3, d: 4 });
  expect(reasonOf('{"a":1,"b":2,"c":3,"d":4,"e":5}')).toBe('too-many-fields');
  expect(reasonOf('[{"a":1,"b":2,"c":{"a":1,"b":2}},3]')).toEqual([{ a: 1, b: 2, c: { a: 1, b: 2 } }, 3]);
  expect(reasonOf('{"a":[1,2,3,4,5,6]}')).toEqual({ a: [1, 2, 3, 4, 5, 6] });
});

test('brackets and commas within strings count for nothing, quotes within them end none', () => {
  expect(reasonOf('["[[[[[[,,,,,,,,,,,,", "\\"[[[[[", "\\\\"]')).toEqual([
    '[[[[[[,,,,,,,,,,,,',
    '"[[[[[',
    '\\',
  ]);
});

test('neither depth nor length of a hostile text takes the stack or the memory', () => {
  expect(reasonOf('['.repeat(60_000_000))).toBe('too-deep');
  expect(reasonOf(`${'[],'.repeat(20_000_000)}`)).toBe('too-many');
  expect(reasonOf(`"${'\\'.repeat(20_000_000)}`)).toBe('not-json');
});

test('the refusal says the limit', () => {
  expect(parseBounded('[[[[', limits)).toMatchObject({
    error: { what: 'has lists within lists more than 3 deep' },
  });
  expect(parseBounded('[,,,,,,,,,,', limits)).toMatchObject({ error: { what: 'has more than 10 values' } });
});
