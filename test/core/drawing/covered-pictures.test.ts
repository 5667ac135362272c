import { expect, test } from 'vitest';
import { coveredShare, hiddenPictures, MOSTLY_COVERED } from '../../../core/drawing/covered-pictures.ts';
import { sceneOf } from '../../../core/drawing/scene.ts';
import { lossesOfSheet } from '../../../core/drawing/sheet/notes.ts';
import type { PlacedRecord, PlanRecord } from '../../../core/plan/kinds/index.ts';
import { newViewport } from '../../../core/plan/parts/viewports.ts';
import { isPlaced } from '../../../core/plan/plan.ts';
import { record, siteFloor, testPlan } from '../../support/plan-builder.ts';

const at = (x: number, y: number) => ({ x, y });
const box = (minX: number, minY: number, maxX: number, maxY: number) => [
  at(minX, minY),
  at(maxX, minY),
  at(maxX, maxY),
  at(minX, maxY),
];

/* A photograph of 24 by 12 m; every place that is looked at stands for 1 m by 0.5 m. */
const photo = record('underlay', {
  name: 'Roof',
  at: at(0, 0),
  metresPerPixel: 0.024,
  widthPx: 1000,
  heightPx: 500,
});
const building = (ring: ReturnType<typeof box>, fields: Parameters<typeof record<'building'>>[1] = {}) =>
  record('building', { ring, state: 'existing', ...fields });

function shareOf(...records: readonly PlanRecord[]): number {
  const plan = testPlan(photo, ...records);
  return coveredShare(photo, [photo, ...records].filter(isPlaced) as PlacedRecord[], sceneOf(plan));
}

test('what of a picture lies under a building is known to a place of its grid', () => {
  expect(shareOf()).toBe(0);
  expect(shareOf(building(box(-1, -1, 25, 13)))).toBe(1);
  expect(shareOf(building(box(-1, -1, 12, 13)))).toBe(0.5);
  expect(shareOf(building(box(0, 0, 6, 3)))).toBe(1 / 16);
  // Two that overlap count once, a courtyard not at all.
  const halves = [building(box(-1, -1, 16, 13)), building(box(8, -1, 25, 13), { id: 2 })];
  expect(shareOf(...halves)).toBe(1);
  expect(shareOf(building(box(-1, -1, 25, 13), { holes: [box(12, -0.5, 24.5, 12.5)] }))).toBe(0.5);
});

test('a picture that is turned is covered where it lies', () => {
  const turned = { ...photo, rotation: Math.PI / 2 };
  const over = building(box(-13, -1, 1, 12));
  const scene = sceneOf(testPlan(turned, over));
  expect(coveredShare(turned, [over], scene)).toBe(0.5);
});

test('what lets a picture show through hides nothing of it', () => {
  const all = box(-1, -1, 25, 13);
  expect(shareOf(record('area', { ring: all, use: 'restricted' }))).toBe(0);
  expect(shareOf(record('area', { ring: all, use: 'clear-zone' }))).toBe(0);
  expect(shareOf(record('propertyLine', { ring: all }))).toBe(0);
  expect(shareOf(record('fence', { path: [...all, ...all.slice(0, 1)] }))).toBe(0);
  const upper = record('floor', { id: 2, order: 1 });
  expect(shareOf(upper, building(all, { floor: upper.id }))).toBe(0);
  expect(shareOf(record('underlay', { id: 2, metresPerPixel: 1 }))).toBe(0);
});

test('a picture is called hidden from four fifths on', () => {
  const to = (x: number) => building(box(-1, -1, x, 13));
  const hidden = (over: PlanRecord) => {
    const plan = testPlan(photo, over);
    return hiddenPictures([photo, over].filter(isPlaced), sceneOf(plan)).length;
  };
  expect(MOSTLY_COVERED).toBe(0.8);
  expect([to(19), to(20), to(25)].map(hidden)).toEqual([0, 1, 1]);
});

test('a sheet says it before it is issued, and only of what it shows', () => {
  const sheet = record('sheet', {
    paper: 'A4',
    viewports: [newViewport({ floor: siteFloor, centre: at(12, 6), scale: 200 })],
  });
  const over = building(box(-1, -1, 25, 13));
  const demolished = Object.assign({}, over, { state: 'removed' });
  const hiddenOn = (...records: readonly PlanRecord[]) =>
    lossesOfSheet(testPlan(photo, sheet, ...records), sheet, null).hidden;
  expect(hiddenOn(over)).toBe('Hidden beneath what is drawn over it, a picture: \u201cRoof\u201d.');
  expect(hiddenOn()).toBeNull();
  expect(hiddenOn(record('layer', { id: 2, order: 1, printed: false }))).toBeNull();
  const layer = record('layer', { id: 2, order: 1, printed: false });
  expect(hiddenOn(layer, { ...over, layer: layer.id })).toBeNull();
  // Drawn as an outline alone.
  expect(hiddenOn(demolished)).toBeNull();
});
