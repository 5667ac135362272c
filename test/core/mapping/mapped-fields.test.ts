import { expect, test } from 'vitest';
import { geometryFields } from '../../../core/exchange/convert/geometry-fields.ts';
import type { Form } from '../../../core/exchange/neutral-drawing.ts';
import { mappedFields, mappedKinds, sortsOfKind } from '../../../core/mapping/mapped-fields.ts';
import { fieldValue } from '../../../core/mapping/read-field.ts';

const corner = { x: 0, y: 0 };
const forms: readonly Form[] = [
  { type: 'point', at: corner },
  { type: 'line', path: [corner, { x: 5, y: 0 }] },
  { type: 'polygon', ring: [corner, { x: 5, y: 0 }, { x: 5, y: 5 }], holes: [] },
];

test('a kind takes the sorts of geometry of which its place can be made, and no others', () => {
  for (const kind of mappedKinds) {
    const made = forms.filter((form) => geometryFields[kind](form) !== null).map(({ type }) => type);
    expect(new Set(sortsOfKind[kind]), kind).toEqual(new Set(made));
  }
});

test('what shows a plan, or gives it its structure, is no kind of features', () => {
  expect(mappedKinds).toContain('building');
  for (const kind of ['settings', 'floor', 'sheet', 'underlay', 'dimension', 'callout'] as const) {
    expect(mappedKinds).not.toContain(kind);
    expect(mappedFields[kind]).toEqual([]);
    expect(sortsOfKind[kind]).toEqual([]);
  }
});

const fieldOf = (kind: (typeof mappedKinds)[number], name: string) => {
  const field = mappedFields[kind].find((each) => each.name === name);
  if (!field) throw new Error(`${kind} has no ${name}`);
  return field;
};

test.each([
  ['building', 'height', '12,5', 'm', 12.5],
  ['building', 'height', '8 ft', 'm', 2.4384],
  ['building', 'height', '8 ft', 'storeys', 2.4384],
  ['building', 'height', '4', 'storeys', 12],
  ['building', 'height', '350', 'cm', 3.5],
  ['building', 'height', '3500', 'mm', 3.5],
  ['building', 'height', '10', 'ft', 3.048],
  ['building', 'height', '100', 'in', 2.54],
  ['building', 'height', '0', 'm', null],
  ['building', 'height', 'high', 'm', null],
  ['building', 'height', '5-6', 'm', null],
  ['building', 'name', 'Halle 3', undefined, 'Halle 3'],
  ['building', 'name', 'x'.repeat(201), undefined, null],
  ['fence', 'type', 'Chain Link', undefined, 'chain-link'],
  ['fence', 'type', 'wire', undefined, null],
  ['building', 'state', 'removed', undefined, 'removed'],
  ['gate', 'open', 'Yes', undefined, true],
  ['gate', 'open', '0', undefined, false],
  ['gate', 'open', 'ajar', undefined, null],
  ['gate', 'direction', 'NW', undefined, 315],
  ['parking', 'stalls', '40', undefined, 40],
  ['parking', 'stalls', '-1', undefined, null],
] as const)('%s %s of "%s" in %s is %s', (kind, name, text, unit, value) => {
  expect(fieldValue(kind, fieldOf(kind, name), { text, unit })).toBe(value);
});
