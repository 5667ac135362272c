import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../../core/plan/kinds/index.ts';
import { makeRecord, type NewRecord } from '../../../../core/plan/parse-record.ts';
import {
  armedEntry,
  armedWith,
  type CatalogueEntry,
  catalogueEntries,
  countEntries,
  findEntries,
  placing,
} from '../../../../renderer/panels/catalogue/catalogue-entries.ts';
import { record, testPlan } from '../../../support/plan-builder.ts';

function entry(id: string): CatalogueEntry {
  const found = catalogueEntries.find((each) => each.id === id);
  if (!found) throw new Error(`No entry ${id}`);
  return found;
}

describe.each(catalogueEntries.map((each) => [each.id, each] as const))('%s', (id, { kind, fields }) => {
  test('makes a valid record', () => {
    const made = makeRecord(kind as Kind, { ...record(kind), ...fields } as unknown as NewRecord<Kind>);
    expect(made.ok ? made.value : made.error.message).toMatchObject(fields);
  });

  test('is armed once it is chosen', () => {
    expect(armedEntry(armedWith({}, entry(id)), placing[kind].tool)).toBe(id);
  });
});

test('no two entries share an id', () => {
  expect(new Set(catalogueEntries.map(({ id }) => id)).size).toBe(catalogueEntries.length);
});

test('nothing is armed for a tool that the catalogue does not know', () => {
  expect(armedEntry(armedWith({}, entry('camera/dome-4mp-2-8')), 'select')).toBeNull();
});

test('choosing a camera leaves the armed barrier alone', () => {
  const barrier = armedWith({}, entry('barrier/jersey'));
  const both = armedWith(barrier, entry('camera/dome-4mp-2-8'));
  expect(armedEntry(both, 'place-barrier')).toBe('barrier/jersey');
  expect(armedEntry(both, 'place-camera')).toBe('camera/dome-4mp-2-8');
});

test('counts records by device and type, and every bollard of a row', () => {
  const plan = testPlan(
    record('camera', { id: 1, device: 'dome-4mp-2-8' }),
    record('camera', { id: 2, device: 'dome-4mp-2-8' }),
    record('camera', { id: 3 }),
    record('bollards', { device: 'bollard-m50', spacing: 2 }),
    record('gate', { use: 'pedestrian' }),
  );
  const counts = countEntries(plan);
  expect(counts.get('camera/dome-4mp-2-8')).toBe(2);
  expect(counts.get('bollards/bollard-m50')).toBe(6);
  expect(counts.get('gate/pedestrian')).toBe(1);
  expect(counts.get('gate/vehicle')).toBeUndefined();
});

test.each([
  ['', catalogueEntries.length],
  ['  ', catalogueEntries.length],
  ['thermal 50', 1],
  ['GARAGE', 1],
  ['no such thing', 0],
])('"%s" finds %d entries', (typed, count) => {
  expect(findEntries(typed)).toHaveLength(count);
});
