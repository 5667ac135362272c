import { expect, test } from 'vitest';
import { writeScale } from '../../../../renderer/panels/underlays/write-scale.ts';

test.each([
  [0.0085123456, '0.008512'],
  [0.01, '0.01000'],
  [1, '1.000'],
  [1000, '1000'],
  [1e-7, '0.0000001000'],
])('%d metres a pixel are written %s', (scale, written) => {
  expect(writeScale(scale)).toBe(written);
});
