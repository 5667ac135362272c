import { expect, test } from 'vitest';
import {
  asideText,
  levelText,
  personNotes,
  pixelsText,
  seenText,
} from '../../../../renderer/panels/inspector/camera/picture-texts.ts';
import { eastward, prepared, rectangle, seenAt } from '../../../core/analysis/picture/scenes.ts';
import { record, testPlan } from '../../../support/plan-builder.ts';

const wall = (fields: Parameters<typeof record<'wall'>>[1] = {}) =>
  record('wall', { a: { x: 8, y: -9 }, b: { x: 8, y: 9 }, height: 5, ...fields });

/** What is said of a person ten metres ahead, or elsewhere, behind what stands there. */
function said(records: Parameters<typeof prepared>[0], place = {}, camera = eastward) {
  const plan = testPlan(...records);
  const answer = seenAt(prepared(records, camera), place, camera.range);
  const notes = personNotes(plan, answer, { unit: 'm', range: camera.range, meshShare: 0.7 });
  return { seen: seenText(plan, answer), level: levelText(answer), notes };
}

test('what hides is named by its tag, or by its kind', () => {
  expect(said([wall({ tag: 'W-03' })])).toEqual({
    seen: 'Hidden by wall W-03',
    level: 'none: the face is hidden',
    notes: [],
  });
  expect(said([wall()]).seen).toBe('Hidden by wall');
  expect(said([wall({ tag: 'W-03', height: 1 })])).toMatchObject({
    seen: '14 % hidden by wall W-03',
    level: 'O Observe',
  });
});

test('of several that hide two are named, and the rest counted', () => {
  const hedge = record('obstacle', { ring: rectangle(5, -4, 1, 8), height: 1.5 });
  const low = wall({ id: 2, height: 1, a: { x: 9, y: -9 }, b: { x: 9, y: 9 } });
  const low2 = wall({ id: 3, height: 0.9, a: { x: 9.2, y: -9 }, b: { x: 9.2, y: 9 } });
  expect(said([hedge, low]).seen).toMatch(/^\d+ % hidden by wall$/);
  expect(
    said([wall({ id: 1, tag: 'A' }), wall({ id: 2, tag: 'B', a: { x: 7, y: -9 }, b: { x: 7, y: 9 } })]).seen,
  ).toBe('Hidden by wall A, wall B');
  expect(said([wall({ id: 1, height: 1.3 }), low, low2]).seen).toMatch(/ wall, wall and 1 more$/);
});

test('whole, cut and outside are told apart', () => {
  expect(said([])).toEqual({ seen: 'Whole', level: 'O Observe', notes: [] });
  expect(said([], { distance: 3.2 }).seen).toBe('Cut by the edge of the picture');
  expect(said([], { distance: 1 })).toMatchObject({
    seen: 'Outside the picture: nearer than its lower edge',
    level: 'none: the face is outside the picture',
  });
  expect(said([], { aside: 1.4 }).seen).toBe('Outside the picture: beside it');
  expect(said([], { aside: 3 }).seen).toBe('Outside the picture: behind the camera');
  expect(said([], { distance: 200 }).level).toBe('none');
});

test('mesh and glass are said, with what they cost, and the range', () => {
  const mesh = [
    wall({ id: 1, material: 'mesh', tag: 'M' }),
    wall({ id: 2, material: 'mesh', a: { x: 7, y: -9 }, b: { x: 7, y: 9 } }),
  ];
  expect(said(mesh).notes).toEqual(['Seen through wall, wall M: 49 % of the detail remain.']);
  expect(said([wall({ material: 'glass' })]).notes).toEqual([
    'Seen through wall: reflections are not considered.',
  ]);
  expect(said([], {}, { ...eastward, range: 8 }).notes).toEqual([
    'Beyond the range of the camera, 8.0 m: coverage does not count it.',
  ]);
  // Behind the camera nothing is looked through.
  expect(said(mesh, { aside: 3 }).notes).toEqual([]);
});

test('who stands behind the wall of the camera is hidden by it', () => {
  const own = wall({ a: { x: 0, y: -9 }, b: { x: 0, y: 9 } });
  expect(said([own], { aside: 3 }, { ...eastward, mountedOn: own.id })).toMatchObject({
    seen: 'Hidden by what the camera is mounted on',
    level: 'none: the face is hidden',
  });
});

test('figures are short, and never NaN', () => {
  expect([0, 9.96, 10.4, 153.7, Number.POSITIVE_INFINITY].map(pixelsText)).toEqual([
    '0.0',
    '10.0',
    '10',
    '154',
    '∞',
  ]);
  expect([0, -0.0001, 0.05, -0.5].map(asideText)).toEqual([
    'straight ahead',
    'straight ahead',
    '2.9° to the left',
    '28.6° to the right',
  ]);
});
