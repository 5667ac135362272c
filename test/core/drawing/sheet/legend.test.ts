import { describe, expect, test } from 'vitest';
import { shownCoverage } from '../../../../core/drawing/coverage/shown-coverage.ts';
import type { DrawItem } from '../../../../core/drawing/draw-item.ts';
import { paperItems } from '../../../../core/drawing/paper-items.ts';
import { legendItems } from '../../../../core/drawing/sheet/legend.ts';
import { type LegendRow, legendRows } from '../../../../core/drawing/sheet/legend-rows.ts';
import { tracePath } from '../../../../core/drawing/trace-path.ts';
import { bollardCount } from '../../../../core/geometry/bollard-places.ts';
import { type Box, boxOf, middleOf } from '../../../../core/geometry/box.ts';
import type { Point } from '../../../../core/geometry/point.ts';
import { IDENTITY } from '../../../../core/geometry/transform.ts';
import { everything } from '../../../../core/picture/lens.ts';
import { barrierTypes } from '../../../../core/plan/kinds/barrier.ts';
import type { PlacedRecord } from '../../../../core/plan/kinds/index.ts';
import { viewportOf } from '../../../../core/plan/parts/viewports.ts';
import { allRecords, isDevice, isKind, isPlaced, kindOf } from '../../../../core/plan/plan.ts';
import { referencePlan } from '../../../../core/reference/reference-plan.ts';
import { record, siteFloor, testPlan } from '../../../support/plan-builder.ts';
import { visualCases } from '../../../visual/draw-case.ts';

/** The box of what is painted on the page, without the width of lines. */
function paintedBox(items: readonly DrawItem[]): Box {
  const points: Point[] = [];
  const include = (x: number, y: number): void => void points.push({ x, y });
  for (const item of paperItems({ items, toPaper: IDENTITY, clip: null }))
    if (item.type === 'path')
      tracePath(item.path, item.matrix, {
        move: include,
        line: include,
        curve: (_x1, _y1, _x2, _y2, x, y) => include(x, y),
        close: () => undefined,
      });
  const box = boxOf(points);
  if (!box) throw new Error('nothing is painted');
  return box;
}

const kinds = Object.values(visualCases).flatMap((records) => (records === 'nothing' ? [] : records));
const barriers = barrierTypes.map((type, index) => record('barrier', { id: 900 + index, type }));
const records = [...kinds.filter(isPlaced), ...barriers];
const sheetRecord = record('sheet');
const sheet = Object.assign({ viewport: viewportOf(sheetRecord), lens: everything }, sheetRecord);
const plan = testPlan(...new Map([sheetRecord, ...records].map((each) => [each.id, each])).values());
const named = { plan, planName: 'Plan', siteName: 'Site', day: '2026-01-31' };
const shown = shownCoverage(plan, { ...everything, floors: new Set([siteFloor]) });
const content = {
  ...named,
  sheet,
  records,
  labelsLeftOut: 0,
  outside: { cut: 0, reach: 0, beyond: 0 },
  shown,
};
const rows = legendRows(content).filter(
  (row): row is Extract<LegendRow, { type: 'entry' }> => row.type === 'entry',
);

describe.each(rows.map((row) => [row.name, row] as const))('the sample of %s', (_name, row) => {
  test.each([1, 0.5])('stays in its column and its row at %d of its size', (unit) => {
    const box = paintedBox(row.sample({ x: 100, y: 50 }, unit));
    expect(box.minX).toBeGreaterThanOrEqual(100 - 5 * unit - 0.01);
    expect(box.maxX).toBeLessThanOrEqual(100 + 5 * unit + 0.01);
    expect(box.maxY - box.minY).toBeLessThanOrEqual(4.4 * unit);
    expect(Math.abs(middleOf(box).y - 50)).toBeLessThan(0.2 * unit);
  });
});

/** As on A3, where the legend stands in a narrow column. */
test.each([0.4, 0.6, 0.8, 1])('many rows keep names that can be read: %d of them', (share) => {
  const some = { ...content, records: records.slice(0, records.length * share) };
  const items = legendItems(some, { left: 0, top: 0, width: 65, height: 170 }, 1);
  const sizes = items.flatMap((item) => (item.type === 'text' ? [item.sizeMm] : []));
  expect(Math.min(...sizes)).toBeGreaterThan(0.5);
});

test('every type of barrier has its row', () => {
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['Drop arm barrier', 'Beam barrier']));
});

describe('the numbers of a legend are those of the plan', () => {
  const { plan: typical } = referencePlan('typical', 3);
  const content = {
    ...named,
    plan: typical,
    sheet,
    labelsLeftOut: 0,
    outside: { cut: 0, reach: 0, beyond: 0 },
    shown: null,
  };
  // Many of few kinds, and some of every kind.
  const all = [...allRecords(typical), ...records].filter(isPlaced);
  const numbered = (given: readonly PlacedRecord[]) =>
    legendRows({ ...content, records: given }).reduce(
      (sum, row) => sum + (row.type === 'entry' ? (row.count ?? 0) : 0),
      0,
    );
  /** How many are bought: of a row of bollards as many as stand in it. */
  const bought = (given: readonly PlacedRecord[]) =>
    given
      .filter(isDevice)
      .reduce((sum, each) => sum + (isKind(each, 'bollards') ? bollardCount(each.path, each.spacing) : 1), 0);
  const kindsBought = [...new Set(all.filter(isDevice).map(({ id }) => kindOf(id)))];

  test('of all that is bought', () => {
    expect(kindsBought.length).toBeGreaterThan(9);
    expect(numbered(all.filter(isDevice))).toBe(bought(all));
  });

  test.each(kindsBought)('of each %s, and of a part of them', (kind) => {
    const ofKind = all.filter(({ id }) => kindOf(id) === kind);
    expect(numbered(ofKind)).toBe(bought(ofKind));
    const part = ofKind.filter((_, index) => index % 3 === 0);
    expect(numbered(part)).toBe(bought(part));
  });
});
