import { expect, test } from 'vitest';
import { bulkSpecs } from '../../../../renderer/panels/inspector/bulk-specs.ts';
import { sharedValue } from '../../../../renderer/panels/inspector/shared-values.ts';
import { record } from '../../../support/plan-builder.ts';

const fieldsOf = (...records: Parameters<typeof bulkSpecs>[0]) =>
  bulkSpecs(records).map(({ field }) => field);

test('several of one kind share everything but their places and links', () => {
  expect(fieldsOf(record('barrier', { id: 1 }), record('barrier', { id: 2 }))).toEqual([
    ...['type', 'mode', 'rating', 'width', 'height'],
  ]);
  expect(fieldsOf(record('opening'))).not.toContain('offset');
  expect(fieldsOf(record('wall'))).not.toContain('a');
});

test('several kinds share the fields of one name and form, and of a choice what all of them offer', () => {
  expect(fieldsOf(record('barrier'), record('bollards'), record('fence'))).toEqual(['height']);
  expect(fieldsOf(record('barrier'), record('bollards'))).toEqual(['rating', 'height']);
  expect(fieldsOf(record('wall'), record('text'))).toEqual([]);
  const [height] = bulkSpecs([record('wall'), record('building')]);
  expect(height).toMatchObject({ field: 'height', mayBeNull: false });
});

test('a field that one of them has no use for is left out', () => {
  const hedge = record('obstacle', {
    id: 1,
    ring: null,
    path: [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
    ],
    width: 1,
  });
  expect(fieldsOf(hedge)).toContain('width');
  expect(fieldsOf(hedge, record('obstacle', { id: 2 }))).not.toContain('width');
});

test('a value is shared when it is the same everywhere', () => {
  const low = record('fence', { id: 1, height: 2 });
  const high = record('fence', { id: 2, height: 3 });
  expect(sharedValue([low, high], 'height')).toEqual({ differs: true });
  expect(sharedValue([low, low], 'height')).toEqual({ differs: false, value: 2 });
});
