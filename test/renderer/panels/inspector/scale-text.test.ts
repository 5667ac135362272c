import { expect, test } from 'vitest';
import { formatScale, parseScale } from '../../../../renderer/panels/inspector/sheets/scale-text.ts';

test.each([
  ['1:500', 500],
  [' 1 : 1,250 ', 1250],
  ['1/200', 200],
  ['96', 96],
  ['1:12.5', 12.5],
])('%s is read', (typed, value) => {
  expect(parseScale(typed)).toEqual({ ok: true, value });
});

test.each(['', '500:1', '1:', 'big', '1:0', '-5', '1:2000000'])('%j is refused in one sentence', (typed) => {
  const parsed = parseScale(typed);
  expect(parsed.ok ? '' : parsed.message).toMatch(/^[A-Z][^.]*\.$/);
});

test('what is written is read back', () => {
  for (const scale of [1, 50, 12.5, 500, 1_000_000])
    expect(parseScale(formatScale(scale))).toEqual({ ok: true, value: scale });
});
