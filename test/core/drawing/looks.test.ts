import { expect, test } from 'vitest';
import { lookOfKind, paintOrder } from '../../../core/drawing/kinds/index.ts';
import type { KindLook } from '../../../core/drawing/kinds/look.ts';
import { deviceKinds, isPlacedKind, kinds } from '../../../core/plan/plan.ts';

const those = (are: (look: KindLook) => boolean) => paintOrder.filter((kind) => are(lookOfKind(kind)));

test('every kind with a place is painted once', () => {
  expect(new Set(paintOrder)).toEqual(new Set(kinds.filter(isPlacedKind)));
});

test('what cameras see is painted over the ground and under all that stands on it', () => {
  const ground = ['underlay', 'road', 'parking', 'area', 'building'];
  expect(those(({ lies }) => lies === 'on-ground')).toEqual(ground);
  expect(paintOrder.slice(0, ground.length)).toEqual(ground);
});

test('the floor beneath shows what it is built of, and nothing that would be taken for this one', () => {
  expect(new Set(those(({ isGhosted }) => isGhosted))).toEqual(
    new Set([
      ...['road', 'building', 'obstacle', 'wall', 'opening', 'propertyLine', 'fence', 'gate', 'barrier'],
    ]),
  );
});

test('a state is marked at the tag, and on the sides of what has none', () => {
  const marked = [
    ...[
      'road',
      'parking',
      'area',
      'building',
      'route',
      'obstacle',
      'wall',
      'opening',
      'propertyLine',
      'text',
    ],
  ];
  expect(new Set(those(({ isMarked }) => isMarked))).toEqual(new Set(marked));
  expect(those(({ isMarked, label }) => isMarked && label.role === 'tag')).toEqual([]);
});

test('tags choose their places in the order in which a briefing speaks of them, names of areas before', () => {
  const tags = those(({ label }) => label.role === 'tag');
  const ranks = tags.map((kind) => lookOfKind(kind).label.rank);
  expect(new Set(ranks).size).toBe(tags.length);
  expect([...tags].sort((one, other) => lookOfKind(one).label.rank - lookOfKind(other).label.rank)).toEqual([
    ...[
      'asset',
      'post',
      'camera',
      'gate',
      'barrier',
      'bollards',
      'approach',
      'screening',
      'reader',
      'sensor',
    ],
    ...['light', 'sign', 'equipment', 'patrol', 'coverageZone', 'fence'],
  ]);
  const names = those(({ label }) => label.role === 'name');
  const lowest = Math.max(...ranks);
  for (const kind of names) {
    const { rank } = lookOfKind(kind).label;
    if (kind === 'area') expect(rank).toBeLessThan(Math.min(...ranks));
    else expect(rank).toBeGreaterThan(lowest);
  }
});

test('the legend counts what is bought, and gates', () => {
  const counted = those(({ legend }) => legend?.count !== undefined);
  expect(new Set(counted)).toEqual(new Set(['gate', ...deviceKinds]));
  const without = those(({ legend }) => legend === null);
  expect(new Set(without)).toEqual(new Set(['underlay', 'text', 'dimension', 'callout']));
});
