import { describe, expect, test } from 'vitest';
import { strata } from '../../../../core/drawing/composition.ts';
import { sceneOf } from '../../../../core/drawing/scene.ts';
import { fittingView } from '../../../../core/drawing/sheet/fitting-view.ts';
import { layoutSheet, type SheetChoice } from '../../../../core/drawing/sheet/layout-sheet.ts';
import { planView } from '../../../../core/drawing/sheet/plan-view.ts';
import { reachingKinds } from '../../../../core/drawing/sheet/reach.ts';
import { inFrame, viewOf } from '../../../../core/drawing/sheet/sheet-view.ts';
import { tracePath } from '../../../../core/drawing/trace-path.ts';
import { grownBox, isInBox } from '../../../../core/geometry/box.ts';
import { IDENTITY } from '../../../../core/geometry/transform.ts';
import { type CoverageView, everything, type Lens, levelsByDay } from '../../../../core/picture/lens.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { newViewport } from '../../../../core/plan/parts/viewports.ts';
import { isPlaced, kindOf } from '../../../../core/plan/plan.ts';
import { boundsOf } from '../../../../core/plan/shape.ts';
import { firstPage } from '../../../support/first-page.ts';
import { granted, record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';
import { visualCases } from '../../../visual/draw-case.ts';

const at = (x: number, y: number) => ({ x, y });
const paper = { paper: 'A3', orientation: 'landscape' } as const;
const frame = { left: 0, top: 0, width: 1, height: 1 };

/** The sheet that fits some records, and what of them it cuts. */
function fitted(records: readonly PlanRecord[], { lens = everything, rotation = 0 } = {}) {
  const plan = testPlan(...records);
  const unfitted = { floor: siteFloor, rotation, frame };
  const fitting = fittingView(plan, paper, { ...unfitted, lens: { ...lens, floors: new Set([siteFloor]) } });
  const viewport = newViewport({ ...unfitted, ...fitting });
  const { outside } = planView(plan, viewport, inFrame(viewOf(paper, plan), viewport), lens);
  return { ...fitting, outside };
}

/* A house of 40 by 20 m; what stands at its right wall reaches 60 m farther. */
const house = record('building', { ring: [at(0, 0), at(40, 0), at(40, 20), at(0, 20)] });
const nothingCut = { cut: 0, reach: 0, beyond: 0 };
const sensor = record('sensor', { at: at(40, 10), range: 60, angle: Math.PI / 2, direction: 0 });
const light = record('light', { at: at(40, 10), range: 60 });
const camera = record('camera', { at: at(40, 10), direction: 0 });
const removed = (each: PlanRecord) => Object.assign({}, each, { state: 'removed' });

describe('a sheet that fits the floor', () => {
  test('has the records alone in its middle, at the largest usual scale, where nothing reaches beyond them', () => {
    expect(fitted([house])).toEqual({ scale: 200, centre: at(20, 10), outside: nothingCut });
  });

  test.each([
    ['what a sensor detects', sensor, 500],
    ['what a light lights', light, 500],
    ['what a camera sees', camera, 500],
  ] as const)('has room for %s', (_what, device, most) => {
    const { scale, centre, outside } = fitted([house, device]);
    expect(outside).toEqual(nothingCut);
    expect(scale).toBeGreaterThan(200);
    expect(scale).toBeLessThanOrEqual(most);
    expect(centre.x).toBeGreaterThan(20);
    // What is to be removed sees, detects and lights nothing any more.
    expect(fitted([house, removed(device)])).toEqual(fitted([house]));
    for (const rotation of [0.4, Math.PI / 2, -2])
      expect(fitted([house, device], { rotation }).outside).toEqual(nothingCut);
  });

  test('has room for words, which keep their size on paper', () => {
    const note = record('text', {
      at: at(39, 19),
      text: 'No vehicles beyond this line, by order of the chief of staff',
    });
    const tall = record('text', { at: at(20, 20), text: Array(30).fill('Line').join('\n') });
    const wider = record('building', { ring: [at(0, 0), at(70, 0), at(70, 45), at(0, 45)] });
    for (const words of [note, tall])
      for (const ground of [house, wider]) expect(fitted([ground, words]).outside).toEqual(nothingCut);
  });

  test('has room for the leaf of a gate that swings beyond the site', () => {
    const fence = record('fence', { path: [at(0, 0), at(70, 0)] });
    const gate = record('gate', { at: at(35, 0), width: 30, type: 'swing' });
    expect(fitted([fence, gate]).outside).toEqual(nothingCut);
  });

  test('leaves the site in its middle where all that reaches beyond it fits at its scale', () => {
    const near = record('sensor', { at: at(40, 10), range: 5, angle: null });
    expect(fitted([house, near])).toEqual(fitted([house]));
  });

  test('lets what reaches farther than the site is wide, and than 50 m, be cut: the site is no dot', () => {
    const far = record('sensor', { at: at(40, 10), range: 5000, angle: null });
    const { scale, outside } = fitted([house, far]);
    // 40 m and 50 m on either side, 140 m in all.
    expect(scale).toBe(500);
    expect(outside).toEqual({ cut: 0, reach: 1, beyond: 0 });
    const wide = record('fence', { id: 7, path: [at(0, 0), at(300, 0)] });
    expect(fitted([wide, far]).scale).toBe(5000);
    expect(fitted([record('sensor', { at: at(0, 0), range: 45, angle: null })]).outside).toEqual(nothingCut);
  });

  test('counts only what its lens shows', () => {
    const hidden: Lens = { ...everything, coverage: null };
    expect(fitted([house, camera], { lens: hidden })).toEqual(fitted([house]));
    const other = record('layer', { id: 2, order: 1 });
    const elsewhere = record('post', { id: 9, at: at(900, 0), layer: other.id });
    const lens: Lens = { ...everything, layers: new Set([testId('layer', 1)]) };
    expect(fitted([house, other, elsewhere], { lens })).toEqual(fitted([house]));
  });
});

const named = (records: readonly PlanRecord[]) => ({
  plan: testPlan(...records),
  planName: '',
  siteName: '',
});
const choice: SheetChoice = {
  ...firstPage,
  day: '2026-01-31',
};
const textsOf = (records: readonly PlanRecord[], fields: Partial<SheetChoice>) =>
  granted(layoutSheet(named(records), Object.assign({}, choice, fields)))
    .groups.flatMap(({ items }) => items.flatMap((item) => (item.type === 'text' ? item.lines : [])))
    .join('\n');

describe('a page that no sheet describes', () => {
  const other = record('layer', { id: 2, name: 'Other', order: 1, visible: false });
  const secret = record('layer', { id: 3, name: 'Secret', order: 2, printed: false });
  const posts = [testId('layer', 1), other.id, secret.id].map((layer, index) =>
    record('post', { id: index + 1, tag: `P-${index + 1}`, at: at(3 * index, 0), layer }),
  );
  const all = [other, secret, ...posts];
  const tags = (shown: SheetChoice['shown']) => [...textsOf(all, { shown }).matchAll(/P-\d/g)].map(String);

  test('shows the layers that the window shows, and of them those that are printed', () => {
    expect(tags(null)).toEqual(['P-1']);
    expect(tags({ layers: [testId('layer', 1), secret.id], coverage: levelsByDay })).toEqual(['P-1']);
  });

  test('shows one layer alone, also one that the plan hides', () => {
    expect(tags({ layers: [other.id], coverage: levelsByDay })).toEqual(['P-2']);
    expect(tags({ layers: [secret.id], coverage: levelsByDay })).toEqual([]);
    expect(textsOf(all, { shown: { layers: [secret.id], coverage: levelsByDay } })).toContain(
      'Nothing is drawn',
    );
  });

  test('says nothing of coverage that the window does not show', () => {
    const seen = (coverage: CoverageView | null) =>
      textsOf([house, camera], { shown: { layers: [testId('layer', 1)], coverage } });
    expect(seen(levelsByDay)).toMatch(/Camera coverage(.|\n)*Coverage: /);
    expect(seen(null)).not.toMatch(/coverage:/i);
    expect(seen(null)).not.toContain('Camera coverage');
  });

  test('a sheet shows its own layers, whatever the window shows', () => {
    const sheet = record('sheet', { viewports: [newViewport({ floor: siteFloor, centre: at(0, 0) })] });
    const shown = { layers: [other.id], coverage: null };
    expect(textsOf([...all, sheet], { sheetId: sheet.id, shown })).toContain('P-1');
    expect(textsOf([...all, sheet], { sheetId: sheet.id, shown })).not.toContain('P-2');
  });
});

/** What in metres may be drawn beyond a shape: half of a thick line, posts, the teeth of a barrier. */
const BESIDE = 0.6;

test('the kinds that draw far beyond their shape are those that are listed', () => {
  const records = Object.values(visualCases).flatMap((each) => (each === 'nothing' ? [] : each));
  const byId = new Map<string, PlanRecord>(records.map((each) => [each.id, each]));
  const reaching = records.filter(isPlaced).filter((each) => {
    const plan = testPlan(...new Map(byId).set(each.id, each).values());
    const bounds = boundsOf(each, plan);
    if (!bounds) return false;
    const scene = sceneOf(plan, { scale: 500, rotation: 0 });
    let isBeyond = false;
    const look = (x: number, y: number) => {
      isBeyond ||= !isInBox({ x, y }, grownBox(bounds, BESIDE));
    };
    for (const { kind, draw } of strata)
      for (const item of kind === kindOf(each.id) ? draw(each, scene).body : [])
        if (item.type === 'path')
          tracePath(item.path, IDENTITY, {
            move: look,
            line: look,
            curve: (_a, _b, _c, _d, x, y) => look(x, y),
            close: () => undefined,
          });
    return isBeyond;
  });
  const drawn = new Set(reaching.map(({ id }) => kindOf(id)));
  expect([...drawn].filter((kind) => !reachingKinds.has(kind as 'camera'))).toEqual([]);
  // What cameras see is no drawing of theirs: it is looked up in the coverage.
  expect([...drawn].sort()).toEqual(['asset', 'gate', 'light', 'opening', 'sensor']);
});
