import { expect, test } from 'vitest';
import type { AnyId, PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { referencePlan } from '../../../../core/reference/reference-plan.ts';
import {
  type ReferenceOptions,
  type ReferenceQuestion,
  referenceOptions,
} from '../../../../renderer/panels/inspector/reference-options.ts';
import { EditorDriver } from '../../../support/editor-driver.ts';
import { record, testId } from '../../../support/plan-builder.ts';

const at = (x: number, y: number) => ({ x, y });
const mounts = ['wall', 'building', 'obstacle'] as const;

const camera = record('camera', { id: 1, at: at(0, 0) });
// A corner at the camera, a wall beyond its reach, and a fence that carries nothing.
const records = [
  camera,
  record('wall', { id: 1, a: at(0, 0), b: at(0, 10) }),
  record('wall', { id: 2, a: at(0, 0), b: at(8, 0) }),
  record('wall', { id: 3, a: at(2, -2), b: at(6, -2), thickness: 0.2 }),
  record('wall', { id: 4, a: at(20, 0), b: at(30, 0) }),
  record('fence', { id: 1, path: [at(0, 1), at(5, 1)] }),
];

function asked(given: readonly PlanRecord[], change: Partial<ReferenceQuestion> = {}) {
  const { editor } = new EditorDriver({ records: given });
  const question = { owner: camera.id, kinds: mounts, current: null, ...change };
  const options = (kept: ReferenceOptions | null = null) => referenceOptions(editor, question, kept);
  return { editor, options };
}

const shown = ({ options }: ReferenceOptions) =>
  options.map(({ label, detail }) => [label, detail].filter(Boolean).join(', '));

test('what is near is offered, nearest first, told apart by length and by where it lies', () => {
  expect(shown(asked(records).options())).toEqual([
    'Wall 10.00 m, north',
    'Wall 8.00 m, east',
    'Wall 4.00 m, 2.7 m south-east',
  ]);
});

test('the record that is set is among them however far it is', () => {
  const far = testId('wall', 4);
  const { options } = asked(records, { current: far }).options();
  expect(options.map(({ id }) => id)).toEqual([testId('wall', 1), testId('wall', 2), testId('wall', 3), far]);
});

test('where nothing else can be chosen the record that is set is still named', () => {
  const fence = testId('fence', 1);
  const { options } = asked(records, { kinds: [], current: fence }).options();
  expect(options.map(({ label }) => label)).toEqual(['Fence Chain link 5.00 m']);
});

test('twenty at most are offered, the nearest of them', () => {
  const rows = Array.from({ length: 45 }, (_, row) =>
    record('wall', { id: row + 1, a: at(1, row / 10), b: at(2, row / 10), thickness: 0.05 }),
  );
  const { options } = asked([camera, ...rows]).options();
  expect(options.map(({ id }) => id)).toEqual(rows.slice(0, 20).map(({ id }) => id));
});

test('an edit elsewhere leaves the options as they are, one nearby makes them anew', () => {
  const { editor, options } = asked(records);
  const before = options();
  const change = (id: AnyId, after: PlanRecord) => {
    const found = records.find((each) => each.id === id) ?? null;
    editor.commit({ label: 'edit.change', diff: new Map([[id, { before: found, after }]]) });
  };
  change(testId('wall', 4), record('wall', { id: 4, a: at(20, 0), b: at(40, 0) }));
  expect(options(before)).toBe(before);
  change(testId('wall', 2), record('wall', { id: 2, a: at(0, 0), b: at(9, 0) }));
  expect(shown(options(before))[1]).toBe('Wall 9.00 m, east');
});

test('a door moves with its wall, and what is offered says so', () => {
  const wall = record('wall', { id: 1, a: at(0, 2), b: at(10, 2) });
  const reader = record('reader', { id: 1, at: at(3, 2) });
  const door = record('opening', { id: 1, wall: wall.id, offset: 3 });
  const { editor, options } = asked([wall, door, reader], { owner: reader.id, kinds: ['opening', 'gate'] });
  const before = options();
  const moved = { ...wall, a: at(0, 3), b: at(10, 3) };
  editor.commit({ label: 'edit.change', diff: new Map([[wall.id, { before: wall, after: moved }]]) });
  expect(shown(before)).toEqual(['Opening Door 0.91 m']);
  expect(shown(options(before))).toEqual(['Opening Door 0.91 m, 0.9 m north']);
});

test('on the campus plan every camera is offered a few records only', () => {
  const { plan } = referencePlan('campus', 1);
  const { editor } = new EditorDriver({
    records: Object.values(plan.tables).flatMap((table) => [...table.values()]),
  });
  for (const each of plan.tables.camera.values()) {
    const question = { owner: each.id, kinds: mounts, current: each.mountedOn };
    expect(referenceOptions(editor, question, null).options.length).toBeLessThanOrEqual(21);
  }
});
