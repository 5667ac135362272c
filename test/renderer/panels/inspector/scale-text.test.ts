import { expect, test } from 'vitest';
import { formatScale, parseScale } from '../../../../renderer/panels/inspector/sheets/scale-text.ts';

test.each([
  ['1:500', 500],
  [' 1 : 1 250 ', 1250],
  ['1:2,5', 2.5],
  ['1:1,234.5', 1234.5],
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

test('a comma of thousands or of the fraction is asked for', () => {
  const parsed = parseScale('1:1,250');
  expect(parsed.ok ? '' : parsed.message).toMatch(/Type 1:1250 or 1:1\.250\.$/);
});

test('what is written is read back', () => {
  for (const scale of [1, 50, 12.5, 500, 1_000_000])
    expect(parseScale(formatScale(scale))).toEqual({ ok: true, value: scale });
});
