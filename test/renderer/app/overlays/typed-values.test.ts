import { expect, test } from 'vitest';
import { inUnit, readValues, textOf, unitBeside } from '../../../../renderer/app/overlays/typed-values.ts';
import type { NumberFormField, ValuesForm } from '../../../../renderer/commands/values-form.ts';

const step: NumberFormField = { key: 'step', label: 'form.stepX', type: 'length', initial: 2.5 };
const sweep: NumberFormField = { key: 'sweep', label: 'form.sweep', type: 'angle', initial: 2 * Math.PI };
const columns: NumberFormField = {
  key: 'columns',
  label: 'form.columns',
  type: 'count',
  initial: 2,
  range: [1, 1000],
};
const form: ValuesForm = {
  id: 'test',
  title: 'form.stepX',
  button: 'form.stepX',
  fields: [step, sweep, columns],
  run: () => null,
};

test('a number begins as the inspector shows it, with its unit beside it', () => {
  const shown = ([step, sweep, columns] as const).map((field) => [
    textOf(field, 'm'),
    unitBeside(field, 'm'),
  ]);
  expect(shown).toEqual([
    ['2.500', 'm'],
    ['360.0', '°'],
    ['2', ''],
  ]);
});

test('feet and inches say their unit themselves', () => {
  expect([textOf(step, 'ft-in'), unitBeside(step, 'ft-in')]).toEqual(['8\'-2 7/16"', '']);
});

test('what stands in the fields at first means what the command began with', () => {
  const texts = Object.fromEntries([step, sweep, columns].map((field) => [field.key, textOf(field, 'm')]));
  const values = { step: 2.5, sweep: 2 * Math.PI, columns: 2 };
  expect(readValues(form, texts, 'm')).toEqual({ values, errors: {} });
});

test('either unit can be typed, and each field that cannot be read says so', () => {
  expect(readValues(form, { step: '1\'6"', sweep: '90', columns: '3' }, 'm')).toEqual({
    values: { step: 0.4572, sweep: Math.PI / 2, columns: 3 },
    errors: {},
  });
  const { errors } = readValues(form, { step: 'far', sweep: 'wide', columns: '2.5' }, 'm');
  expect(Object.keys(errors)).toEqual(['step', 'sweep', 'columns']);
  expect(readValues(form, { step: '1', sweep: '90', columns: '0' }, 'm').errors).toEqual({
    columns: 'This is outside what is possible here.',
  });
});

test('what was typed in metres reads in feet as the same values, and nonsense stays', () => {
  const { fields } = form;
  const units = { from: 'm', to: 'ft-in' } as const;
  const texts = { step: '2.5', sweep: '90', columns: '3', else: '1' };
  const inFeet = inUnit(fields, texts, units);
  expect(inFeet).toEqual({ step: '8\'-2 7/16"', sweep: '90.0', columns: '3', else: '1' });
  expect(inUnit(fields, { step: 'far', columns: '0' }, units)).toEqual({ step: 'far', columns: '0' });
  expect(inUnit(fields, texts, { from: 'm', to: 'm' })).toBe(texts);
  const empty: NumberFormField = { ...step, whenEmpty: 'form.stepX' };
  expect(inUnit([empty], { step: '' }, units)).toEqual({ step: '' });
});
