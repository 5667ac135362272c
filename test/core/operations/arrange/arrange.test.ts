import { describe, expect, test } from 'vitest';
import { ringArea } from '../../../../core/geometry/polygon.ts';
import { alignRecords, distributeRecords } from '../../../../core/operations/arrange/align-records.ts';
import { fitRecords } from '../../../../core/operations/arrange/fit-records.ts';
import { mirrorRecords } from '../../../../core/operations/arrange/mirror-records.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import { granted, idSource, record, testId, testPlan } from '../../../support/plan-builder.ts';

const wall = record('wall', { bulge: 0.5, alignment: 'left' });
const door = record('opening', { wall: wall.id, offset: 2, swing: 'left' });
const camera = record('camera', { at: { x: 3, y: 1 }, direction: 0.5 });
const area = record('area', {});
const plan = testPlan(wall, door, camera, area);
const yAxis = [
  { x: 0, y: 0 },
  { x: 0, y: 1 },
] as const;

describe('mirrorRecords', () => {
  test('walls keep their body, doors their room, rings run the same way', () => {
    const diff = granted(mirrorRecords(plan, [wall.id, camera.id, area.id], { over: yAxis, newId: null }));
    expect(diff.get(wall.id)?.after).toMatchObject({
      a: { x: 0, y: 0 },
      b: { x: -10, y: 0 },
      bulge: -0.5,
      alignment: 'right',
    });
    expect(diff.get(door.id)?.after).toMatchObject({ offset: 2, swing: 'right' });
    expect(diff.get(camera.id)?.after).toMatchObject({ at: { x: -3, y: 1 }, direction: 2.641593 });
    const ring = diff.get(area.id)?.after;
    expect(ring && 'ring' in ring && ring.ring && ringArea(ring.ring)).toBe(100);
  });

  test('twice is as it was', () => {
    const once = applyDiff(plan, granted(mirrorRecords(plan, [wall.id], { over: yAxis, newId: null })));
    const twice = applyDiff(once, granted(mirrorRecords(once, [wall.id], { over: yAxis, newId: null })));
    expect(twice.tables.wall.get(wall.id)).toEqual(wall);
    expect(twice.tables.opening.get(door.id)).toEqual(door);
  });

  test('copies leave the originals; two equal points are no line', () => {
    const diff = granted(mirrorRecords(plan, [wall.id], { over: yAxis, newId: idSource() }));
    expect([...diff.values()].map(({ before }) => before)).toEqual([null, null]);
    expect(checkIntegrity(applyDiff(plan, diff))).toEqual([]);
    const [same] = yAxis;
    expect(mirrorRecords(plan, [wall.id], { over: [same, same], newId: null })).toEqual({
      ok: false,
      error: 'same-point',
    });
  });
});

describe('fitRecords', () => {
  const straight = record('wall', { id: 2 });
  const window = record('opening', { id: 2, wall: straight.id, offset: 5, width: 1 });
  const site = testPlan(straight, window);
  const from = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ] as const;
  const to = [
    { x: 1, y: 1 },
    { x: 1, y: 21 },
  ] as const;

  test('moves and turns, and scales if wanted; sizes stay', () => {
    const turned = granted(fitRecords(site, [straight.id], { from, to, scales: false }));
    expect(turned.get(straight.id)?.after).toMatchObject({ a: { x: 1, y: 1 }, b: { x: 1, y: 11 } });
    const scaled = granted(fitRecords(site, [straight.id], { from, to, scales: true }));
    expect(scaled.get(straight.id)?.after).toMatchObject({ b: { x: 1, y: 21 }, thickness: 0.2 });
    expect(scaled.get(window.id)?.after).toMatchObject({ offset: 10, width: 1 });
  });

  test('two openings that would be pushed together refuse', () => {
    const other = record('opening', { id: 3, wall: straight.id, offset: 6.5, width: 1 });
    const smaller = [to[0], { x: 2, y: 1 }] as const;
    const result = fitRecords(testPlan(straight, window, other), [straight.id], {
      from,
      to: smaller,
      scales: true,
    });
    expect(result).toEqual({ ok: false, error: 'overlaps-opening' });
  });
});

describe('alignRecords and distributeRecords', () => {
  const post = (id: number, x: number, y: number) => record('post', { id, at: { x, y } });
  const posts = testPlan(post(1, 0, 0), post(2, 1, 5), post(3, 9, 2), post(4, 12, 1));
  const ids = [1, 2, 3, 4].map((id) => testId('post', id));
  const places = (diff: Parameters<typeof applyDiff>[1]) =>
    [...applyDiff(posts, diff).tables.post.values()].map(({ at }) => [at.x, at.y]);

  test('to the top', () => {
    expect(places(granted(alignRecords(posts, ids, 'top'))).map(([, y]) => y)).toEqual([5, 5, 5, 5]);
  });

  test('evenly across', () => {
    expect(places(granted(distributeRecords(posts, ids, 'x'))).map(([x]) => x)).toEqual([0, 4, 8, 12]);
  });

  test('too few', () => {
    expect(alignRecords(posts, ids.slice(0, 1), 'left')).toEqual({ ok: false, error: 'too-few-records' });
    expect(distributeRecords(posts, ids.slice(0, 2), 'y')).toEqual({ ok: false, error: 'too-few-records' });
  });
});
