import { describe, expect, test } from 'vitest';
import { writeSvg } from '../../../../core/codec/svg.ts';
import { layoutSheet, type SheetChoice } from '../../../../core/drawing/sheet/layout-sheet.ts';
import type { StateView } from '../../../../core/plan/parts/state-view.ts';
import { granted, record, shownBy, testId, testPlan } from '../../../support/plan-builder.ts';

const sheet = record('sheet', shownBy({ states: 'today', centre: { x: 5, y: 0 }, scale: 200 }));
const names = ['existing', 'deficient', 'proposed', 'removed'] as const;
const cameras = names.map((state, index) =>
  record('camera', { id: index + 1, state, tag: `K-${state}`, at: { x: index * 3, y: 0 } }),
);
const printedOff = record('layer', { id: 2, name: 'Off', order: 1, printed: false });
const unseen = record('camera', { id: 9, tag: 'K-unprinted', layer: printedOff.id, at: { x: 5, y: 5 } });
const plan = testPlan(sheet, printedOff, unseen, ...cameras);

function printed(choice: Partial<SheetChoice>): string {
  const usual = {
    sheetId: sheet.id,
    scale: null,
    paper: null,
    orientation: null,
    floorId: null,
    states: null,
    shown: null,
  };
  const named = { plan, planName: 'Plan', siteName: 'Site' };
  return writeSvg(granted(layoutSheet(named, { ...usual, day: '2026-01-31', ...choice })), () => null);
}

const tagsIn = (svg: string) =>
  [...new Set([...svg.matchAll(/K-(\w+)/g)].map(([, name]) => name))].toSorted();

describe('what a sheet shows of today and of the proposal', () => {
  test.each([
    [null, ['deficient', 'existing', 'removed'], 'As it stands today'],
    ['proposed', ['deficient', 'existing', 'proposed'], 'As proposed'],
    ['both', ['deficient', 'existing', 'proposed', 'removed'], ''],
  ] as const)('%s', (states: StateView | null, expected, said) => {
    const svg = printed({ states });
    expect(tagsIn(svg)).toEqual(expected);
    expect(svg).toContain(said);
  });

  test('today nothing is to be removed yet, on the drawing and in the legend', () => {
    expect(printed({})).not.toContain('To be removed');
    expect(printed({ states: 'both' })).toContain('To be removed');
  });
});

test('a layer that is not printed is on no sheet', () => {
  expect(printed({ states: 'both' })).not.toContain('K-unprinted');
  expect(plan.tables.camera.get(testId('camera', 9))).toBeDefined();
});
