import { expect, test } from 'vitest';
import {
  diagonalOf,
  nominalSize,
  sensorFormatIn,
} from '../../../../core/catalogue/cameras/sensor-formats.ts';

test.each([
  ['1/2.8', '1/2.8'],
  ['1/2.8"', '1/2.8'],
  ['1/2.8″', '1/2.8'],
  ["1/2.8''", '1/2.8'],
  ['1/2,8 inch', '1/2.8'],
  ['1/3.0"', '1/3'],
  ['2/3 in.', '2/3'],
  ['1-inch', '1'],
  ['1"', '1'],
  ['4/3', '4/3'],
])('%s is a format', (text, format) => {
  expect(sensorFormatIn(text)).toBe(format);
});

test.each(['', '1/0', '0/3', '6.4 mm', '1/2.8 CMOS', '1/', '12', '=1/2', '1//2'])('%j is none', (text) => {
  expect(sensorFormatIn(text)).toBeNull();
});

test('the diagonal is that of the table, or of the rule where the table has none', () => {
  expect(['1/4', '1/2.8', '1', '2/3'].map(diagonalOf)).toEqual([4, 6.39, 16, 11]);
  expect(diagonalOf('1/2.9')).toBeCloseTo(18 / 2.9, 9);
  expect(diagonalOf('1/1.2')).toBeCloseTo(16 / 1.2, 9);
});

test('its size has the shape of the picture: 1/2.8″ with 1920 × 1080 pixels is 5.57 × 3.13 mm', () => {
  const { widthMm, heightMm } = nominalSize('1/2.8', 1920, 1080);
  expect([widthMm, heightMm]).toEqual([expect.closeTo(5.568, 2), expect.closeTo(3.132, 2)]);
});
