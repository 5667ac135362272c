import { describe, expect, test } from 'vitest';
import type { DrawItem } from '../../../../core/drawing/draw-item.ts';
import { planView } from '../../../../core/drawing/sheet/plan-view.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { newViewport } from '../../../../core/plan/parts/viewports.ts';
import { kindOf } from '../../../../core/plan/plan.ts';
import { record, siteFloor, testPlan } from '../../../support/plan-builder.ts';

const view = { left: 0, top: 0, width: 100, height: 100 };
const square = (half: number) => [
  { x: -half, y: -half },
  { x: half, y: -half },
  { x: half, y: half },
  { x: -half, y: half },
];

function viewAt(scale: number, ...records: readonly PlanRecord[]) {
  return planView(
    testPlan(...records),
    newViewport({ floor: siteFloor, centre: { x: 0, y: 0 }, scale }),
    view,
  );
}

const linesOf = (items: readonly DrawItem[]) =>
  items.flatMap((item) => (item.type === 'text' ? item.lines : []));
/** Width on paper of the first symbol, by the horizontal reach of its steps. */
function symbolReach(items: readonly DrawItem[]): number {
  const symbol = items.find((item) => item.type === 'symbol' && item.detail === 'always');
  if (symbol?.type !== 'symbol') return 0;
  const reaches = symbol.parts.flatMap(({ path }) =>
    path.flatMap((step) => (step[0] === 'A' ? [step[1] + step[3]] : step[0] === 'L' ? [step[1]] : [])),
  );
  return Math.max(...reaches);
}

describe('symbols', () => {
  const camera = record('camera', { tag: 'C-01', range: 0.001 });
  const reachAt = (scale: number) => symbolReach(viewAt(scale, camera).group.items);

  test('keep their size on paper from 1:50 to 1:500', () => {
    expect(reachAt(50)).toBeGreaterThan(1.5);
    expect([100, 200, 500].map(reachAt)).toEqual(Array.from({ length: 3 }, () => reachAt(50)));
  });

  test('are half as large at 1:1000, and a dot at 1:2000', () => {
    expect(reachAt(1000)).toBeCloseTo(reachAt(500) / 2, 9);
    expect(reachAt(2000)).toBe(0.5);
  });
});

describe('names', () => {
  const area = record('area', { ring: square(2), name: 'Delivery yard', use: 'controlled' });

  test('stand in what they name', () => {
    const { group, labelsLeftOut } = viewAt(100, area);
    expect([linesOf(group.items), labelsLeftOut]).toEqual([['Delivery yard'], 0]);
  });

  test('are left out, and counted, where they are wider than it', () => {
    const { group, labelsLeftOut } = viewAt(1000, area);
    expect([linesOf(group.items), labelsLeftOut]).toEqual([[], 1]);
  });
});

test('a device beyond the edge of the view has no label there, and none is missed', () => {
  const barrier = record('barrier', {
    path: [
      { x: 3, y: 0 },
      { x: 30, y: 0 },
    ],
    tag: 'W-1',
  });
  const { group, records, labelsLeftOut } = viewAt(100, barrier);
  expect(records).toEqual([barrier]);
  expect([linesOf(group.items), labelsLeftOut]).toEqual([[], 0]);
});

test('a property line that runs around the view is not on the sheet; a building around it is', () => {
  const ring = square(40);
  const kindsAt = (scale: number) =>
    viewAt(scale, record('propertyLine', { ring }), record('building', { ring })).records.map(({ id }) =>
      kindOf(id),
    );
  expect(kindsAt(100)).toEqual(['building']);
  expect(kindsAt(1000)).toEqual(['propertyLine', 'building']);
});

test('a dimension that can be read is printed at any scale, a short one and a note without a tag are not', () => {
  const dimension = (x: number) =>
    record('dimension', {
      anchors: [
        { type: 'free', at: { x: 0, y: 0 } },
        { type: 'free', at: { x, y: 0 } },
      ],
    });
  const row = record('bollards', { path: [{ x: -30, y: 0 }], tag: null });
  expect(linesOf(viewAt(2000, dimension(40), row).group.items)).toEqual(['40.00 m']);
  expect(linesOf(viewAt(2000, dimension(8)).group.items)).toEqual([]);
});
