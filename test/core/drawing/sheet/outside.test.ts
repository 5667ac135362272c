import { expect, test } from 'vitest';
import type { DrawItem } from '../../../../core/drawing/draw-item.ts';
import { textWidth } from '../../../../core/drawing/measure-text.ts';
import { layoutSheet } from '../../../../core/drawing/sheet/layout-sheet.ts';
import { lossesOfSheet, notesOf, outsideSentence } from '../../../../core/drawing/sheet/notes.ts';
import { paperSize } from '../../../../core/drawing/sheet/papers.ts';
import { planView } from '../../../../core/drawing/sheet/plan-view.ts';
import { sheetFrame } from '../../../../core/drawing/sheet/sheet-frame.ts';
import { everything } from '../../../../core/picture/lens.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { newViewport } from '../../../../core/plan/parts/viewports.ts';
import { allRecords, inOrder, kindOf, planOf, settingsOf } from '../../../../core/plan/plan.ts';
import { referencePlan } from '../../../../core/reference/reference-plan.ts';
import { granted, placedKinds, record, siteFloor, testPlan } from '../../../support/plan-builder.ts';

const isText = (item: DrawItem) => item.type === 'text';

const at = (x: number, y: number) => ({ x, y });
const post = (id: number, x: number, y: number) => record('post', { id, at: at(x, y) });
const wall = record('wall', { a: at(-3, 0), b: at(30, 0) });

/* A view of 100 by 100 mm at 1:100 around the origin: 5 m to each side. */
function seen(records: readonly PlanRecord[], rotation = 0) {
  const viewport = newViewport({ floor: siteFloor, centre: at(0, 0), scale: 100, rotation });
  const view = { left: 20, top: 10, width: 100, height: 100 };
  return planView(testPlan(...records), viewport, view);
}

test('what is cut at the edge of a view and what lies beyond it is counted', () => {
  expect(seen([post(1, 0, 0), post(2, 4, 4)]).outside).toEqual({ cut: 0, reach: 0, beyond: 0 });
  expect(seen([post(1, 0, 0), wall, post(2, 9, 0), post(3, 0, -40)]).outside).toEqual({
    cut: 1,
    reach: 0,
    beyond: 2,
  });
  const upstairs = record('floor', { id: 2, order: 1 });
  expect(seen([upstairs, record('post', { id: 4, floor: upstairs.id, at: at(90, 0) })]).outside).toEqual({
    cut: 0,
    reach: 0,
    beyond: 0,
  });
});

test('what a record reaches beyond its shape is cut by itself', () => {
  const sensor = (range: number, fields: object = {}) =>
    record('sensor', Object.assign({ id: 5, at: at(0, 0), range, angle: null }, fields));
  const light = (range: number) => record('light', { id: 6, at: at(0, 0), range, type: 'pole' });
  const asset = (standoff: number) => record('asset', { id: 7, at: at(0, 0), ring: null, standoff });
  for (const near of [sensor(4.9), light(4.9), asset(3.9)])
    expect(seen([near]).outside).toEqual({ cut: 0, reach: 0, beyond: 0 });
  for (const far of [sensor(5.1), light(5.1), asset(5.1), sensor(5.1, { at: at(-4, 0) })])
    expect(seen([far]).outside).toEqual({ cut: 0, reach: 1, beyond: 0 });
  // It looks away from the edge; what is to be removed detects nothing; what lies beyond is counted once.
  const away = { at: at(4, 0), angle: 1, direction: Math.PI };
  expect(seen([sensor(8, away)]).outside.reach).toBe(0);
  expect(seen([sensor(50, { state: 'removed' })]).outside.reach).toBe(0);
  expect(seen([sensor(8, { at: at(9, 0) }), post(1, 0, 0)]).outside).toEqual({ cut: 0, reach: 0, beyond: 1 });
  const callout = record('callout', { id: 8, at: at(4, 0), text: 'Vehicles stop here', leader: false });
  expect(seen([callout]).outside).toEqual({ cut: 0, reach: 1, beyond: 0 });
});

test('a note is cut where its words run over the edge, wherever its place is', () => {
  // Some 22 mm, thus 2.2 m at 1:100.
  const note = (words: object) =>
    record('text', Object.assign({ text: 'Vehicles stop here', at: at(0, 0) }, words));
  const cutOf = (words: object) => seen([note(words)]).outside.cut;
  expect(textWidth('Vehicles stop here', 2.5, 'regular')).toBeCloseTo(22, -1);
  expect(cutOf({})).toBe(0);
  expect(cutOf({ at: at(4, 0) })).toBe(1);
  expect(cutOf({ at: at(4, 0), anchor: 'end' })).toBe(0);
  expect(cutOf({ at: at(4, 0), anchor: 'middle' })).toBe(1);
  expect(cutOf({ at: at(3.5, 0), anchor: 'middle' })).toBe(0);
  expect(cutOf({ at: at(-4, 0), anchor: 'end' })).toBe(1);
  expect(cutOf({ at: at(4, 0), direction: Math.PI / 2 })).toBe(0);
  expect(cutOf({ at: at(0, 4), direction: Math.PI / 2 })).toBe(1);
  expect(cutOf({ at: at(4, 0), text: 'A\nB\nC' })).toBe(0);
  expect(cutOf({ at: at(4, 0), text: 'A\nVehicles stop here' })).toBe(1);
  expect(cutOf({ sizeMm: 25 })).toBe(1);
});

test('in a view that is turned it is the turned edge that cuts', () => {
  const corner = record('wall', { a: at(0, 0), b: at(4.9, 4.9) });
  expect(seen([corner]).outside).toEqual({ cut: 0, reach: 0, beyond: 0 });
  expect(seen([corner], Math.PI / 4).outside).toEqual({ cut: 1, reach: 0, beyond: 0 });
});

test.each([
  [{ cut: 0, reach: 0, beyond: 0 }, null],
  [{ cut: 1, reach: 0, beyond: 0 }, '1 record is cut at the edge of this view.'],
  [{ cut: 2, reach: 0, beyond: 1 }, '2 records are cut at the edge of this view, 1 record lies beyond it.'],
  [{ cut: 0, reach: 0, beyond: 1 }, '1 record lies beyond the edge of this view.'],
  [{ cut: 0, reach: 1, beyond: 0 }, 'What 1 record reaches is cut at the edge of this view.'],
  [
    { cut: 1, reach: 12, beyond: 2 },
    '1 record is cut at the edge of this view, what 12 records reach is cut there, 2 records lie beyond it.',
  ],
  [
    { cut: 0, reach: 2, beyond: 1 },
    'What 2 records reach is cut at the edge of this view, 1 record lies beyond it.',
  ],
  [{ cut: 0, reach: 0, beyond: 1200 }, '1,200 records lie beyond the edge of this view.'],
])('%j is said as %s', (outside, sentence) => {
  expect(outsideSentence({ records: [post(1, 0, 0)], outside })).toBe(sentence);
});

test('a sheet that comes out empty says whether there is anything to show', () => {
  expect(outsideSentence({ records: [], outside: { cut: 0, reach: 0, beyond: 3 } })).toBe(
    'Nothing of the plan lies in this view: 3 records lie beyond its edge.',
  );
  expect(outsideSentence({ records: [], outside: { cut: 0, reach: 0, beyond: 0 } })).toBe(
    'Nothing is drawn on the floor and the layers that this sheet shows.',
  );
});

const usual = {
  sheetId: null,
  scale: null,
  paper: 'A4',
  orientation: null,
  floorId: null,
  states: null,
  shown: null,
  day: '2026-01-31',
} as const;

test('the page tells it, and its notes do', () => {
  const plan = testPlan(post(1, 0, 0), post(2, 60, 0));
  const names = { plan, planName: 'Plan', siteName: 'Site' };
  expect(granted(layoutSheet(names, usual)).cutOff).toBeNull();
  const close = granted(layoutSheet(names, { ...usual, scale: 10 }));
  expect(close.cutOff).toContain('Sheet S-01: Nothing of the plan lies in this view: 2 records');
  const sheet = { name: '', number: 'S-01', paper: 'A4', orientation: 'landscape' } as const;
  const viewport = newViewport({ floor: siteFloor, centre: at(0, 0), scale: 100 });
  const content = {
    ...names,
    day: '',
    sheet: { ...sheet, viewport, lens: everything },
    labelsLeftOut: 0,
    shown: null,
  };
  const notes = (cut: number) =>
    notesOf({ ...content, records: [post(1, 0, 0)], outside: { cut, reach: 0, beyond: 0 } });
  expect(notes(2)).toContain('2 records are cut at the edge of this view.');
  expect(notes(0).join()).not.toContain('edge');
});

test('a picture that is not calibrated is told on the sheet', () => {
  const calibration = { a: at(0, 0), b: at(500, 0), distance: 8 };
  const sheet = { name: '', number: 'S-01', paper: 'A4', orientation: 'landscape' } as const;
  const viewport = newViewport({ floor: siteFloor, centre: at(0, 0), scale: 100 });
  const notes = (...pictures: Parameters<typeof record<'underlay'>>[1][]) =>
    notesOf({
      plan: testPlan(),
      planName: '',
      siteName: '',
      day: '',
      sheet: { ...sheet, viewport, lens: everything },
      labelsLeftOut: 0,
      outside: { cut: 0, reach: 0, beyond: 0 },
      shown: null,
      records: pictures.map((fields, id) => record('underlay', { ...fields, id: id + 1 })),
    }).join('\n');
  expect(notes({})).toContain('A picture is not calibrated: what is drawn over it may not be to scale.');
  expect(notes({}, {})).toContain('2 pictures are not calibrated');
  expect(notes({ calibration })).not.toContain('calibrated');
});

test('what the inspector says of a sheet is what is printed', () => {
  const { plan } = referencePlan('typical', 1);
  const names = { planName: '', siteName: '' };
  const [floor] = inOrder(plan, 'floor');
  const said = [100, 2000].flatMap((scale) =>
    [null, 'RESTRICTED'].map((marking) => {
      const viewport = newViewport({
        floor: floor?.id ?? siteFloor,
        centre: at(80, 60),
        scale,
        rotation: 0.3,
      });
      const sheet = record('sheet', { number: 'S-02', paper: 'A2', viewports: [viewport] });
      const others = [...allRecords(plan)].filter(({ id }) => kindOf(id) !== 'settings');
      const marked = planOf([...others, { ...settingsOf(plan), marking }, sheet]);
      const printed = granted(
        layoutSheet({ ...names, plan: marked }, { ...usual, paper: null, sheetId: sheet.id }),
      );
      const sentence = lossesOfSheet(marked, sheet, null).outside;
      expect(printed.cutOff).toBe(sentence && `Sheet S-02: ${sentence}`);
      return sentence;
    }),
  );
  // The marking makes the view smaller; at the smaller scale all of the plan fits.
  expect(new Set(said).size).toBe(3);
});

test('what is proposed is not counted on a sheet that is issued as it stands today', () => {
  const viewport = newViewport({ floor: siteFloor, centre: at(0, 0), scale: 100 });
  const sheet = record('sheet', { paper: 'A4', viewports: [viewport] });
  const plan = testPlan(
    record('post', { id: 1, at: at(0, 0), state: 'existing' }),
    record('post', { id: 2, at: at(500, 0), state: 'proposed' }),
    sheet,
  );
  expect(lossesOfSheet(plan, sheet, null).outside).toBe('1 record lies beyond the edge of this view.');
  expect(lossesOfSheet(plan, sheet, 'today').outside).toBeNull();
});

/** What is written above the notes in their column of an A4 sheet, and where the notes begin. */
function columnOf(records: readonly PlanRecord[], orientation: 'portrait' | 'landscape') {
  const viewport = newViewport({ floor: siteFloor, centre: at(0, 0), scale: 100 });
  const sheet = record('sheet', { paper: 'A4', orientation, viewports: [viewport] });
  const names = { plan: testPlan(...records, sheet), planName: '', siteName: '' };
  const page = granted(layoutSheet(names, { ...usual, paper: null, sheetId: sheet.id }));
  const texts = page.groups.flatMap(({ items }) => items.filter(isText));
  const index = texts.findIndex(({ lines }) => lines[0] === 'Notes');
  const { legend } = sheetFrame(paperSize('A4', orientation), false);
  const isInColumn = ({ at: { x, y } }: { readonly at: { readonly x: number; readonly y: number } }) =>
    x > legend.left && x <= legend.left + legend.width && y > legend.top;
  return {
    inLegend: texts.slice(0, index).filter(isInColumn),
    heading: texts[index] ?? expect.fail('no notes'),
  };
}

test('notes that need more room take it from the legend: nothing is printed over another', () => {
  const notes = [
    record('camera', { at: at(1, 1) }),
    record('wall', { id: 9, a: at(0, 0), b: at(3, 0) }),
    record('underlay', { id: 2 }),
    post(9, 500, 500),
  ];
  for (const orientation of ['portrait', 'landscape'] as const)
    for (let count = 2; count <= placedKinds.length; count++) {
      const kinds = placedKinds.slice(0, count).map((kind) => record(kind));
      const { inLegend, heading } = columnOf([...kinds, ...notes], orientation);
      expect(inLegend.length).toBeGreaterThan(count / 2);
      // Each is set around its middle.
      const lowest = Math.max(...inLegend.map(({ at: { y }, sizeMm }) => y + sizeMm / 2));
      expect(lowest).toBeLessThan(heading.at.y - heading.sizeMm / 2);
    }
});
