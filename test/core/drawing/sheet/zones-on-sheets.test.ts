import { expect, test } from 'vitest';
import type { DrawItem } from '../../../../core/drawing/draw-item.ts';
import { planView } from '../../../../core/drawing/sheet/plan-view.ts';
import { zoneNotes } from '../../../../core/drawing/sheet/zone-notes.ts';
import { lensOfViewport } from '../../../../core/picture/lenses.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { newViewport, type SheetViewport } from '../../../../core/plan/parts/viewports.ts';
import { record, siteFloor, testPlan } from '../../../support/plan-builder.ts';

const camera = record('camera', {
  at: { x: -5, y: -5 },
  type: 'panoramic',
  fieldOfView: { horizontal: 2 * Math.PI, vertical: Math.PI },
  tilt: Math.PI / 2,
  widthPx: 100_000,
  range: 8,
});
const ring = [
  { x: -5, y: -5 },
  { x: 5, y: -5 },
  { x: 5, y: 5 },
  { x: -5, y: 5 },
];
const zone = (fields: Partial<Omit<RecordOf<'coverageZone'>, 'id'>> = {}) =>
  record('coverageZone', { tag: 'Z-1', ring, level: 'detect', ...fields });
const coverage: SheetViewport['coverage'] = { view: 'levels', targetHeight: 0, light: 'day' };
const view = { left: 20, top: 10, width: 150, height: 150 };

function seen(records: ReturnType<typeof zone>[], fields: Partial<SheetViewport> = {}) {
  const plan = testPlan(camera, ...records);
  const viewport = newViewport({ floor: siteFloor, centre: { x: 0, y: 0 }, scale: 100, coverage, ...fields });
  const { group, shown } = planView(plan, viewport, view, lensOfViewport(plan, viewport));
  return { items: group.items, notes: zoneNotes({ plan, shown, viewport }) };
}
const hatches = (items: readonly DrawItem[]) =>
  items.filter((item) => item.type === 'path' && item.fill?.pattern === 'hatch' && item.fill.ink === 'fail');
const words = (items: readonly DrawItem[]) =>
  items.flatMap((item) => (item.type === 'text' ? item.lines.join(' ') : []));

test('a zone that fails is hatched where it is not covered, and says its share', () => {
  const { items, notes } = seen([zone()]);
  expect(hatches(items)).toHaveLength(1);
  expect(words(items)).toContain('Z-1 · Detect · 50.3 % of 95 %');
  expect(notes).toEqual([
    'Coverage zones: 1 of 1 fails; hatched is what of them is not covered as they ask. Each is checked at its own height and light with all cameras of the floor.',
  ]);
});

test('one that passes is not hatched', () => {
  const { items, notes } = seen([zone({ minimumPercent: 50 })]);
  expect(hatches(items)).toEqual([]);
  expect(words(items)).toContain('Z-1 · Detect · 50.3 % of 50 %');
  expect(notes[0]).toContain('Coverage zones: 0 of 1 fails. Each');
});

test('where no coverage is shown, nothing is said of zones', () => {
  const { items, notes } = seen([zone()], { coverage: null });
  expect(hatches(items)).toEqual([]);
  expect(words(items).join()).not.toContain('% of');
  expect(notes).toEqual([]);
});

test('what is not there in the state of the sheet has no answer', () => {
  expect(seen([zone({ state: 'proposed' })], { states: 'today' }).notes).toEqual([]);
});
