import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentText } from '../../../../core/analysis/report/percent-text.ts';

test('a share is read to a tenth', () => {
  expect([0, 4, 82.34, 82.36, 99.04, 100, 10].map((percent) => percentText(percent))).toEqual([
    '0',
    '4',
    '82.3',
    '82.4',
    '99',
    '100',
    '10',
  ]);
});

test('what comes near to what is asked, to nothing or to all is not rounded to it', () => {
  expect(percentText(94.96, 95)).toBe('94.96');
  expect(percentText(94.997, 95)).toBe('94.997');
  expect(percentText(95.02, 95)).toBe('95.02');
  expect(percentText(99.98)).toBe('99.98');
  expect(percentText(0.01)).toBe('0.01');
  expect(percentText(99.5, 99.54)).toBe('99.5');
  // As little as counts for nothing.
  expect(percentText(94.9995, 95)).toBe('95');
});

test('a share and what is asked stay on their sides of each other', () => {
  const share = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(share, share, (percent, asked) => {
      const shown = Number(percentText(percent, asked));
      if (Math.abs(percent - asked) > 1e-3) expect(Math.sign(shown - asked)).toBe(Math.sign(percent - asked));
      expect(Math.abs(shown - percent)).toBeLessThanOrEqual(0.051);
    }),
  );
});
