import { describe, expect, test } from 'vitest';
import { aimedKinds, definitionOf } from '../../../core/plan/kinds/definition.ts';
import { anchorKinds, type Kind } from '../../../core/plan/kinds/index.ts';
import { placeFields } from '../../../core/plan/kinds/parts/geometry.ts';
import { deviceKinds, isPlacedKind, kinds } from '../../../core/plan/plan.ts';
import { transformRecord } from '../../../core/plan/transform-record.ts';
import { record } from '../../support/plan-builder.ts';

/** The fields in which records keep where they are, whatever their kind. */
const OF_PLACE = ['at', 'path', 'ring', 'holes', 'direction'];

const withParts = kinds.filter((kind) => definitionOf(kind).geometry.form === 'parts');

describe.each(withParts)('where a %s lies', (kind) => {
  const { geometry, schema } = definitionOf(kind);

  test('is said by all fields of its schema that tell it, and by no other', () => {
    const told = Object.keys(schema.shape).filter((field) => OF_PLACE.includes(field));
    expect([...placeFields(geometry)].sort()).toEqual(told.sort());
  });

  test('a line of it may close exactly where its schema has a field for that, and is as wide as one says', () => {
    const path = geometry.form === 'parts' ? geometry.parts.find((part) => part.type === 'path') : undefined;
    if (!path) return;
    expect('closed' in schema.shape).toBe(path.closes !== 'never');
    const widths = ['width', 'diameter'].filter((field) => field in schema.shape);
    expect(path.width === null ? [] : [path.width]).toEqual(widths);
  });

  test('turns as a whole', () => {
    const [before] = [record(kind)];
    const after = transformRecord(before, { type: 'rotate', about: { x: 0, y: 0 }, angle: Math.PI / 2 });
    const direction = (each: object) => ('direction' in each ? (each.direction as number) : null);
    const turned = direction(before);
    if (turned !== null) expect(direction(after)).toBeCloseTo(turned + Math.PI / 2, 5);
  });
});

test('what has no place is nowhere, and what has one of its own is written down here', () => {
  const of = (form: string) => kinds.filter((kind) => definitionOf(kind).geometry.form === form);
  expect(of('nowhere')).toEqual(['settings', 'floor', 'layer', 'phase', 'group']);
  expect(of('own')).toEqual(['underlay', 'wall', 'opening', 'dimension', 'callout', 'sheet']);
});

test('a click goes through a boundary, and through a surface to what lies on it', () => {
  const hit = (how: string) => kinds.filter((kind) => isPlacedKind(kind) && definitionOf(kind).hit === how);
  expect(hit('outline')).toEqual(['propertyLine', 'coverageZone']);
  expect(hit('backdrop')).toEqual(['underlay']);
  expect(hit('surface')).toEqual([
    ...['building', 'road', 'parking', 'area', 'route', 'obstacle', 'screening', 'equipment', 'asset'],
  ]);
});

test('notes hold on to what is drawn, but to pictures and notes', () => {
  const others: readonly Kind[] = ['underlay', 'text', 'dimension', 'callout'];
  expect(kinds.filter((kind) => isPlacedKind(kind) && !others.includes(kind))).toEqual(anchorKinds);
});

test('devices are what is bought, and are aimed where they stand at a place', () => {
  expect(deviceKinds).toEqual([
    ...[
      'barrier',
      'bollards',
      'camera',
      'post',
      'light',
      'sensor',
      'reader',
      'screening',
      'sign',
      'equipment',
    ],
  ]);
  expect(aimedKinds).toEqual(deviceKinds.slice(2));
});
