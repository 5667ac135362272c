import { expect, test } from 'vitest';
import { matchProperties } from '../../../../core/operations/match/match-properties.ts';
import { granted, record, testId, testPlan } from '../../../support/plan-builder.ts';

const layer = record('layer', { id: 2, order: 1 });
const source = record('camera', {
  id: 1,
  layer: layer.id,
  tag: 'C-01',
  state: 'deficient',
  notes: 'dirty',
  height: 4.2,
  type: 'ptz',
  direction: 1,
  fieldOfView: { horizontal: 1, vertical: 0.5 },
});
const other = record('camera', { id: 2, tag: 'C-02', at: { x: 9, y: 9 }, mountedOn: testId('wall') });
const wall = record('wall', { height: 2 });
const plan = testPlan(layer, source, other, wall);

test('one of the same kind gets all but name, place, notes and links', () => {
  const after = granted(matchProperties(plan, source.id, [other.id, source.id])).get(other.id)?.after;
  const { id, tag, at, direction, notes } = other;
  // The wall it was mounted on is still the one.
  expect(after).toEqual({ ...source, id, tag, at, direction, notes, mountedOn: other.mountedOn });
});

test('one of another kind gets layer, state and phase', () => {
  const diff = granted(matchProperties(plan, source.id, [wall.id]));
  expect([...diff.values()]).toEqual([
    { before: wall, after: { ...wall, layer: layer.id, state: 'deficient' } },
  ]);
});

test('all or nothing: a locked one, or one that would not fit, refuses the rest', () => {
  const door = record('opening', { id: 1, offset: 0.5, width: 0.9 });
  const gate = record('opening', { id: 2, width: 8 });
  const tight = testPlan(layer, wall, door, gate, source, { ...other, locked: true, mountedOn: null });
  expect(matchProperties(tight, gate.id, [door.id])).toMatchObject({ ok: false });
  expect(matchProperties(tight, source.id, [wall.id, other.id])).toEqual({ ok: false, error: 'locked' });
  expect(matchProperties(tight, testId('post', 7), [wall.id])).toEqual({ ok: false, error: 'not-found' });
});

test('an obstacle keeps its shape', () => {
  const hedge = record('obstacle', { id: 1, ring: null, path: [wall.a, wall.b], width: 1 });
  const box = record('obstacle', { id: 2, height: 5, type: 'container' });
  const diff = granted(matchProperties(testPlan(hedge, box), box.id, [hedge.id]));
  expect(diff.get(hedge.id)?.after).toEqual({ ...hedge, height: 5, type: 'container' });
});

test('the words of a device go with it; those that a person typed stay', () => {
  const stop = record('sign', { id: 1, device: 'sign-stop', type: 'traffic', text: 'Halt' });
  const warning = record('sign', { id: 2, device: 'sign-restricted', text: 'Restricted area' });
  const typed = record('sign', { id: 3, device: 'sign-restricted', text: 'Keep out of the yard' });
  const signs = granted(matchProperties(testPlan(stop, warning, typed), stop.id, [warning.id, typed.id]));
  expect(signs.get(warning.id)?.after).toMatchObject({
    device: 'sign-stop',
    text: 'Stop. Identification required',
  });
  expect(signs.get(typed.id)?.after).toMatchObject({ device: 'sign-stop', text: typed.text });
  const rack = record('equipment', { id: 4, device: 'equipment-rack', name: 'Equipment rack' });
  const safe = record('equipment', { id: 5, device: 'key-safe', name: 'Key safe' });
  const plain = record('equipment', { id: 6, device: null, name: '' });
  const racks = granted(matchProperties(testPlan(rack, safe, plain), rack.id, [safe.id, plain.id]));
  expect(racks.get(safe.id)?.after).toMatchObject({ device: 'equipment-rack', name: 'Equipment rack' });
  expect(racks.get(plain.id)?.after).toMatchObject({ name: 'Equipment rack' });
  const bare = granted(matchProperties(testPlan(plain, safe), plain.id, [safe.id]));
  expect(bare.get(safe.id)?.after).toMatchObject({ device: null, name: '' });
});
