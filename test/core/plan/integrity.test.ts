import { describe, expect, test } from 'vitest';
import { checkIntegrity, describeProblem } from '../../../core/plan/integrity.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { newPlan } from '../../../core/plan/new-plan.ts';
import { emptyPlan, planOf } from '../../../core/plan/plan.ts';
import {
  groundRecords,
  idSource,
  placedKinds,
  record,
  shownBy,
  testId,
  testPlan,
} from '../../support/plan-builder.ts';

const point = { x: 2, y: 2 };
const dot = [point, point, point];

/** The reason and field of the only problem of a sound plan with these records. */
function onlyProblem(...records: readonly PlanRecord[]): unknown {
  const problems = checkIntegrity(testPlan(...records));
  expect(problems).toHaveLength(1);
  return [problems[0]?.record, problems[0]?.field, problems[0]?.reason];
}

describe('a sound plan', () => {
  test('a new one', () => {
    expect(checkIntegrity(newPlan({ name: 'Depot', displayUnit: 'm', newId: idSource() }))).toEqual([]);
  });

  test('one with a record of every kind', () => {
    const others = placedKinds.filter((kind) => kind !== 'opening').map((kind) => record(kind));
    const structure = [record('phase'), record('sheet', shownBy({ layers: [testId('layer')] }))];
    expect(checkIntegrity(testPlan(...others, record('opening'), ...structure))).toEqual([]);
  });

  test('openings and gates a millimetre off by rounding', () => {
    const full = record('opening', { wall: testId('wall'), offset: 5, width: 10.001 });
    const gate = record('gate', { at: { x: 5, y: 0.001 }, fence: testId('fence') });
    expect(checkIntegrity(testPlan(record('wall'), full, record('fence'), gate))).toEqual([]);
  });
});

describe('what does not hold', () => {
  test('an empty plan lacks settings, a floor and a layer', () => {
    expect(checkIntegrity(emptyPlan()).map(({ reason }) => reason)).toEqual([
      'no-settings',
      'no-floor',
      'no-layer',
    ]);
  });

  test('references to nothing, each by its field', () => {
    const missing = [
      record('camera', { floor: testId('floor', 9), layer: testId('layer', 9), phase: testId('phase', 9) }),
      record('camera', { id: 2, mountedOn: testId('building', 9) }),
      record('opening', { wall: testId('wall', 9) }),
      record('gate', { fence: testId('fence', 9) }),
      record('barrier', { gate: testId('gate', 9) }),
      record(
        'sheet',
        shownBy({ floor: testId('floor', 9), layers: [testId('layer', 1), testId('layer', 9)] }),
      ),
    ];
    const problems = checkIntegrity(testPlan(...missing));
    expect(new Set(problems.map(({ reason }) => reason))).toEqual(new Set(['missing-reference']));
    expect(problems.map((problem) => `${problem.record?.split(':')[0]} ${problem.field}`).sort()).toEqual([
      'barrier gate',
      'camera floor',
      'camera layer',
      'camera mountedOn',
      'camera phase',
      'gate fence',
      'opening wall',
      'sheet viewports',
      'sheet viewports',
    ]);
  });

  test('an opening beyond its wall', () => {
    const opening = record('opening', { wall: testId('wall'), offset: 9.7, width: 0.91 });
    expect(onlyProblem(record('wall'), opening)).toEqual([opening.id, 'offset', 'opening-does-not-fit']);
  });

  test('a gate off its fence', () => {
    const gate = record('gate', { at: { x: 5, y: 0.002 }, fence: testId('fence') });
    expect(onlyProblem(record('fence'), gate)).toEqual([gate.id, 'at', 'gate-off-fence']);
  });

  test.each([
    ['wall', record('wall', { a: point, b: point }), 'b', 'wall-without-length'],
    ['fence', record('fence', { path: dot }), 'path', 'path-without-length'],
    ['road', record('road', { path: dot }), 'path', 'path-without-length'],
    ['barrier', record('barrier', { path: dot }), 'path', 'path-without-length'],
    ['obstacle path', record('obstacle', { ring: null, path: dot, width: 1 }), 'path', 'path-without-length'],
    ['property line', record('propertyLine', { ring: dot }), 'ring', 'ring-without-area'],
    ['building', record('building', { ring: dot }), 'ring', 'ring-without-area'],
    ['hole', record('area', { holes: [dot] }), 'holes', 'ring-without-area'],
    ['parking', record('parking', { ring: dot }), 'ring', 'ring-without-area'],
    ['obstacle ring', record('obstacle', { ring: dot }), 'ring', 'ring-without-area'],
    [
      'obstacle of two shapes',
      record('obstacle', { path: [point, { x: 0, y: 0 }], width: 1 }),
      'ring',
      'two-shapes',
    ],
    ['obstacle of none', record('obstacle', { ring: null }), 'path', 'no-shape'],
    [
      'obstacle path of no width',
      record('obstacle', { ring: null, path: [point, { x: 0, y: 0 }] }),
      'width',
      'no-shape',
    ],
  ])('a degenerate %s', (_, broken, field, reason) => {
    expect(onlyProblem(broken)).toEqual([broken.id, field, reason]);
  });
});

test('every problem is one sentence that names the record and the field', () => {
  const opening = record('opening', { wall: testId('wall'), offset: 9.7 });
  const [problem] = checkIntegrity(planOf([...groundRecords(), record('wall'), opening]));
  const [first] = checkIntegrity(emptyPlan());
  expect(problem && describeProblem(problem)).toBe(
    `The record ${opening.id} does not fit in its wall (field "offset").`,
  );
  expect(first && describeProblem(first)).toBe('The plan has no settings record.');
});
