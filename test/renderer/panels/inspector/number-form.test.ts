import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantiseAngle, quantiseLength } from '../../../../core/units.ts';
import type { NumberForm } from '../../../../renderer/kinds/parts/field-spec.ts';
import { comesToIn, typedNumber } from '../../../../renderer/panels/inspector/number-form.ts';
import { step } from '../../../../renderer/ui/fields/quantity-typing.ts';

const length: NumberForm = { type: 'length' };
const bearing: NumberForm = { type: 'bearing' };
const angle: NumberForm = { type: 'angle' };
const count: NumberForm = { type: 'number', unit: '', isWhole: true };

function shown(form: NumberForm, stored: number, unit: 'm' | 'ft-in' = 'm'): string {
  const typed = typedNumber(form, unit);
  return typed.format(typed.toShown(stored));
}

function stored(form: NumberForm, entered: string, unit: 'm' | 'ft-in' = 'm'): number | string {
  const typed = typedNumber(form, unit);
  const parsed = typed.parse(entered);
  return parsed.ok ? typed.toStored(parsed.value) : parsed.message;
}

test('lengths have no unit in the text of metres, and their marks in feet and inches', () => {
  expect(shown(length, 3.81)).toBe('3.810');
  expect(shown(length, 3.81, 'ft-in')).toBe(`12'-6"`);
  expect(stored(length, '380 cm')).toBe(3.8);
  expect(stored(length, `12'6"`, 'm')).toBe(3.81);
  expect(stored(length, 'wide')).toMatch(/^Not a length/);
});

test('what has several meanings is asked for, with how each is typed', () => {
  expect(stored(length, '12-3', 'ft-in')).toBe(`“12-3” has more than one meaning. Type 12'-3" or 12' - 3'.`);
  expect(stored(length, '3 m-40 cm')).toBe('“3 m-40 cm” has more than one meaning. Type 3 m - 40 cm.');
  expect(stored(bearing, '132-30')).toMatch(/Type 132°30' or 132° - 30°\.$/);
  expect(stored(angle, '45-30')).toMatch(/Type 45°30' or 45° - 30°\.$/);
  expect(stored(count, '24/11/2026')).toMatch(/Type 24 \/ 11 \/ 2026\.$/);
  expect(stored(length, '6-3/2"', 'ft-in')).toMatch(/^“6-3\/2"” has more than one meaning\. Write its units/);
});

test('a number of degrees is typed as angles are, and others by arithmetic', () => {
  const degrees: NumberForm = { type: 'number', unit: '°' };
  expect(stored(degrees, `52°30'`)).toBe(52.5);
  expect(stored(degrees, '13,40488')).toBe(13.40488);
  expect(stored(degrees, '52-30')).toMatch(/Type 52°30' or 52° - 30°\.$/);
  expect(stored({ type: 'number', unit: 'kg' }, '52-30')).toBe(22);
});

test('what arithmetic comes to is said while it is typed', () => {
  const said = (form: NumberForm, typed: string, unit: 'm' | 'ft-in' = 'm') =>
    comesToIn(typedNumber(form, unit), typed);
  expect(said(length, '3.2 m - 40 cm')).toBe('= 2.800 m');
  expect(said(length, `10' - 2'`, 'ft-in')).toBe(`= 8'-0"`);
  expect(said(angle, '90° - 45°')).toBe('= 45.000°');
  expect([said(length, `12'-6"`), said(length, '-3'), said(length, '12-'), said(count, '3-1')]).toEqual([
    ...[null, null, null, null],
  ]);
});

test('a direction is a bearing clockwise from plan north', () => {
  expect(shown(bearing, 0)).toBe('90.0');
  expect(shown(bearing, Math.PI / 2)).toBe('0.0');
  expect(shown(bearing, -Math.PI / 2)).toBe('180.0');
  expect(stored(bearing, '0')).toBeCloseTo(Math.PI / 2, 9);
  expect(stored(bearing, 'N 90° W')).toBeCloseTo(Math.PI, 9);
  expect(stored(bearing, 'north')).toMatch(/^Not a bearing/);
});

test('stepping up turns clockwise, through north', () => {
  const typed = typedNumber(bearing, 'm');
  const after = step({ text: null, message: null }, 359.5, typed.stepBy, typed);
  expect(after.commit).toBeCloseTo(0.5, 6);
});

test('whole numbers refuse parts', () => {
  expect(stored(count, '12')).toBe(12);
  expect(stored(count, '1.5')).toBe('Write a whole number.');
  expect(stored(count, 'many')).toBe('Not a number.');
});

test.each([
  ['length', length, fc.double({ min: -1e5, max: 1e5, noNaN: true }), quantiseLength, 0.0005],
  ['bearing', bearing, fc.double({ min: -3.1, max: 3.1, noNaN: true }), quantiseAngle, 0.001],
  ['angle', angle, fc.double({ min: -3.1, max: 3.1, noNaN: true }), quantiseAngle, 0.001],
] as const)('what a %s field shows can be typed again', (_, form, values, quantise, within) => {
  fc.assert(
    fc.property(values, (value) => {
      const exact = quantise(value);
      const again = stored(form, shown(form, exact));
      const off = Number(again) - exact;
      expect(Math.abs(form.type === 'length' ? off : Math.sin(off))).toBeLessThanOrEqual(within);
    }),
    { seed: 20_261, numRuns: 300 },
  );
});
