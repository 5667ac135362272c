import { expect, test } from 'vitest';
import { wallLength } from '../../../../core/plan/wall-line.ts';
import {
  cornersOf,
  derivedValues,
  wallEnd,
  withCorner,
  writtenValue,
} from '../../../../renderer/panels/inspector/derived.ts';
import { record } from '../../../support/plan-builder.ts';

const corner = (x: number, y: number) => ({ x, y });
const rectangle = [corner(0, 0), corner(10, 0), corner(10, 5), corner(0, 5)];
const hole = [corner(1, 1), corner(1, 3), corner(3, 3), corner(3, 1)];

test('a building has its area without holes and the perimeter of its outline', () => {
  const building = record('building', { ring: rectangle, holes: [hole] });
  expect(derivedValues(building)).toEqual([
    { label: 'area', type: 'area', value: 46 },
    { label: 'perimeter', type: 'length', value: 30 },
  ]);
});

test('a fence is as long as its path, and back to its first post when it is closed', () => {
  const path = rectangle.slice(0, 3);
  expect(derivedValues(record('fence', { path }))).toEqual([{ label: 'length', type: 'length', value: 15 }]);
  const closed = derivedValues(record('fence', { path: rectangle, closed: true }));
  expect(closed).toEqual([{ label: 'length', type: 'length', value: 30 }]);
});

test('a bollard row is counted, with the distance that its bollards really have', () => {
  const path = [corner(0, 0), corner(10, 0)];
  const [count, gap, length] = derivedValues(record('bollards', { path, spacing: 1.4 }));
  expect(count).toEqual({ label: 'count', type: 'count', value: 9 });
  expect(gap).toEqual({ label: 'gap', type: 'length', value: 1.25 });
  expect(length).toEqual({ label: 'length', type: 'length', value: 10 });
  const [single, ...rest] = derivedValues(record('bollards', { path: [corner(2, 2)] }));
  expect(single).toEqual({ label: 'count', type: 'count', value: 1 });
  expect(rest.map(({ label }) => label)).toEqual(['length']);
});

test('nothing follows from a single point', () => {
  expect(derivedValues(record('camera'))).toEqual([]);
});

test('a wall of a typed length keeps its start and direction', () => {
  const wall = record('wall', { a: corner(1, 1), b: corner(4, 5) });
  const b = wallEnd(wall, 10);
  expect(b.x).toBeCloseTo(7, 9);
  expect(b.y).toBeCloseTo(9, 9);
  expect(wallLength({ ...wall, b })).toBeCloseTo(10, 9);
});

test('one corner moves, of a ring or of a hole, and the others stay', () => {
  const building = record('building', { ring: rectangle, holes: [hole] });
  const [ring, first] = cornersOf(building);
  if (!ring || !first) throw new Error('A building with a hole has two lists of corners.');
  expect(first).toEqual({ field: 'holes', hole: 0, points: hole });
  expect(withCorner(building, ring, 1, corner(12, 0))).toEqual({
    ring: [corner(0, 0), corner(12, 0), corner(10, 5), corner(0, 5)],
  });
  expect(withCorner(building, first, 0, corner(2, 2))).toEqual({ holes: [[corner(2, 2), ...hole.slice(1)]] });
});

test.each([
  ['m', 'length', 40, { figure: '40.000', unit: 'm' }],
  ['m', 'area', 46, { figure: '46.0', unit: 'm²' }],
  ['m', 'count', 5, { figure: '5', unit: '' }],
  // The fraction of an inch is a part of the figure, though it stands after a space.
  ['ft-in', 'length', 40, { figure: `131'-2 13/16"`, unit: null }],
  ['ft-in', 'area', 40, { figure: '430.6', unit: 'ft²' }],
] as const)('in %s a %s of %d is read with its unit apart', (displayUnit, type, value, expected) => {
  expect(writtenValue({ label: 'length', type, value }, displayUnit)).toEqual(expected);
});
