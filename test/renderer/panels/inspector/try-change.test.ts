import { expect, test } from 'vitest';
import { sentenceOf } from '../../../../renderer/messages/refusals.ts';
import { countByKind, sharedValue } from '../../../../renderer/panels/inspector/shared-values.ts';
import { tryChange } from '../../../../renderer/panels/inspector/try-change.ts';
import { record, testId, testPlan } from '../../../support/plan-builder.ts';

const camera = record('camera');
const wall = record('wall', { a: { x: 0, y: 0 }, b: { x: 5, y: 0 } });
const locked = record('text', { locked: true });
const door = record('opening', { wall: wall.id, offset: 2.5 });
const plan = testPlan(camera, wall, locked, door);
const metres = (limit: number) => `${limit.toFixed(3)} m`;

test('gives several records of several kinds one value', () => {
  const result = tryChange(plan, [camera, wall], { state: 'removed' });
  expect(result).toMatchObject({ ok: true });
  if (result.ok) expect([...result.value.keys()].sort()).toEqual([camera.id, wall.id].sort());
});

test.each([
  ['a value below what the schema allows', wall, { thickness: -1 }, 'Too small: at least 0.001 m.'],
  ['a value above it', wall, { thickness: 2e6 }, 'Too large: at most 1000000.000 m.'],
  ['a text that is too long', camera, { tag: 'x'.repeat(81) }, 'Too long: at most 80 characters.'],
  ['a locked record', locked, { text: 'Other' }, sentenceOf('locked')],
  ['a wall too short for its door', wall, { b: { x: 1, y: 0 } }, sentenceOf('opening-does-not-fit')],
  ['a record that is gone', record('post', { id: 9 }), { hours: '8 h' }, sentenceOf('not-found')],
  ['what the schema does not know', camera, { colour: 'red' }, sentenceOf('invalid-record')],
])('says in one sentence why it refuses %s', (_, changed, fields, sentence) => {
  expect(tryChange(plan, [changed], fields, metres)).toEqual({ ok: false, error: sentence });
});

test('a value is shared only when all have it', () => {
  expect(sharedValue([wall, door], 'layer')).toEqual({ differs: false, value: testId('layer') });
  expect(sharedValue([wall, camera], 'state')).toEqual({ differs: true });
  expect(sharedValue([wall, camera], 'phase')).toEqual({ differs: false, value: null });
});

test('counts what is selected by kind, the most first', () => {
  const selected = [wall, camera, record('camera', { id: 2 })];
  expect(countByKind(selected)).toEqual([
    ['camera', 2],
    ['wall', 1],
  ]);
});
