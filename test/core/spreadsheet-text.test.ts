import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLine } from '../../core/plain-text.ts';
import { guardedText, unguardedText } from '../../core/spreadsheet-text.ts';

const SEED = 20_151;

test.each(['=1+1', "'=1", '"=1"', 'a;=1', 'a|+1', ';;-1', "''''@x", "'a", "it's = 1", '\u200b=1', "a;'=1;b"])(
  'of %j the guard comes off again',
  (text) => {
    expect(unguardedText(guardedText(text))).toBe(text);
  },
);

test('the guard of any text of one line comes off again', () => {
  const sign = fc.constantFrom(...'=+-@\'";| a1\u2212\uff1d\u200b\u00a0'.split(''));
  const near = fc.string({ unit: sign, maxLength: 12 });
  fc.assert(
    fc.property(fc.oneof(near, fc.string()), (any) => {
      const text = plainLine(any);
      expect(unguardedText(guardedText(text))).toBe(text);
    }),
    { seed: SEED, numRuns: 2000 },
  );
});

test('an apostrophe that guards nothing is part of the text', () => {
  expect(unguardedText("'t Hooft")).toBe("'t Hooft");
});
