import { expect, test } from 'vitest';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { sensorNotes } from '../../../../renderer/panels/inspector/sensor/sensor-notes.ts';
import { record, testPlan } from '../../../support/plan-builder.ts';

const at = (x: number, y: number) => ({ x, y });
const detector = record('sensor', { at: at(0, 0), range: 10, angle: Math.PI / 2 });
const wall = record('wall', { a: at(5, -20), b: at(5, 20), tag: 'W-3' });
const beam = record('sensor', { type: 'beam', at: null, path: [at(0, 0), at(20, 0)] });
const MOUNTED = 'Taken to be mounted 2.2 m above the floor, and to watch the floor.';

const notes = (sensor: typeof detector, ...records: readonly PlanRecord[]) =>
  sensorNotes(sensor, { plan: testPlan(...records), states: 'both' });

test('how much a detector reaches is said, and what cuts it', () => {
  expect(notes(detector)).toEqual(['All of its area: 78.5 m²', MOUNTED]);
  expect(notes(detector, wall)).toEqual(['Cut by Wall W-3: 25.0 m² of 78.5 m²', MOUNTED]);
  const fence = record('fence', { path: [at(4, -20), at(4, 20)], tag: 'F-1', height: 3 });
  expect(notes(detector, wall, fence)).toEqual([
    'Cut by Wall W-3: 25.0 m² of 78.5 m²',
    'Of it 9.0 m² with a weaker signal through Fence F-1',
    MOUNTED,
  ]);
});

test('of many the first are named, what has no tag is counted', () => {
  const parts = Array.from({ length: 8 }, (_, index) =>
    record('wall', {
      id: index + 1,
      a: at(5, 2 * index - 8),
      b: at(5, 2 * index - 6),
      tag: index % 2 === 0 ? `W-${index}` : null,
    }),
  );
  const [first] = notes(detector, ...parts);
  expect(first).toBe('Cut by Wall W-2, Wall W-4, Wall W-6, 3 more: 25.0 m² of 78.5 m²');
  const untagged = parts.map((part) => ({ ...part, tag: null }));
  expect(notes(detector, ...untagged)[0]).toBe('Cut by Wall × 6: 25.0 m² of 78.5 m²');
  expect(notes(detector, { ...wall, tag: null })[0]).toBe('Cut by Wall: 25.0 m² of 78.5 m²');
});

test('what stands in the line of a beam is said, with the height that it is taken to run at', () => {
  expect(notes(beam)).toEqual(['Nothing stands in its line, 1.0 m above the floor.']);
  expect(notes(beam, wall)).toEqual(['Crossed by Wall W-3, 1.0 m above the floor']);
});

test('of what watches no place nothing is said, of a range that nothing is considered in that it is not', () => {
  expect(notes(record('sensor', { type: 'door-contact', at: at(0, 0) }), wall)).toEqual([]);
  expect(notes(record('sensor', { type: 'glass-break', at: at(0, 0), range: 7 }), wall)).toEqual([
    'Its range is drawn as it is given: what stands there is not considered.',
  ]);
  expect(notes({ ...detector, range: null }, wall)).toEqual([]);
  expect(notes({ ...detector, state: 'removed' }, wall)).toEqual([]);
});

test('that it cannot be computed is said', () => {
  expect(notes({ ...detector, direction: Number.NaN })).toEqual([
    'How far it reaches cannot be computed: too much stands around it.',
  ]);
});

test('the states that are looked at count', () => {
  const plan = testPlan({ ...wall, state: 'proposed' });
  expect(sensorNotes(detector, { plan, states: 'today' })[0]).toBe('All of its area: 78.5 m²');
  expect(sensorNotes(detector, { plan, states: 'both' })[0]).toBe('Cut by Wall W-3: 25.0 m² of 78.5 m²');
  expect(sensorNotes({ ...detector, state: 'removed' }, { plan, states: 'today' })).toHaveLength(2);
});
