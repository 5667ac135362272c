import { expect, test } from 'vitest';
import { layoutSheet } from '../../../../core/drawing/sheet/layout-sheet.ts';
import { notesOf, outsideSentence } from '../../../../core/drawing/sheet/notes.ts';
import { planView } from '../../../../core/drawing/sheet/plan-view.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { newViewport } from '../../../../core/plan/parts/viewports.ts';
import { granted, record, siteFloor, testPlan } from '../../../support/plan-builder.ts';

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
  expect(seen([post(1, 0, 0), post(2, 4, 4)]).outside).toEqual({ cut: 0, beyond: 0 });
  expect(seen([post(1, 0, 0), wall, post(2, 9, 0), post(3, 0, -40)]).outside).toEqual({ cut: 1, beyond: 2 });
  const upstairs = record('floor', { id: 2, order: 1 });
  expect(seen([upstairs, record('post', { id: 4, floor: upstairs.id, at: at(90, 0) })]).outside).toEqual({
    cut: 0,
    beyond: 0,
  });
});

test('in a view that is turned it is the turned edge that cuts', () => {
  const corner = record('wall', { a: at(0, 0), b: at(4.9, 4.9) });
  expect(seen([corner]).outside).toEqual({ cut: 0, beyond: 0 });
  expect(seen([corner], Math.PI / 4).outside).toEqual({ cut: 1, beyond: 0 });
});

test.each([
  [{ cut: 0, beyond: 0 }, null],
  [{ cut: 1, beyond: 0 }, '1 record is cut at the edge of this view.'],
  [{ cut: 2, beyond: 1 }, '2 records are cut at the edge of this view, 1 record lies beyond it.'],
  [{ cut: 0, beyond: 1 }, '1 record lies beyond the edge of this view.'],
  [{ cut: 0, beyond: 1200 }, '1,200 records lie beyond the edge of this view.'],
])('%j is said as %s', (outside, sentence) => {
  expect(outsideSentence({ records: [post(1, 0, 0)], outside })).toBe(sentence);
});

test('a sheet that comes out empty says whether there is anything to show', () => {
  expect(outsideSentence({ records: [], outside: { cut: 0, beyond: 3 } })).toBe(
    'Nothing of the plan lies in this view: 3 records lie beyond its edge.',
  );
  expect(outsideSentence({ records: [], outside: { cut: 0, beyond: 0 } })).toBe(
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
  const content = { ...names, day: '', sheet: { ...sheet, viewport }, labelsLeftOut: 0 };
  const notes = (cut: number) =>
    notesOf({ ...content, records: [post(1, 0, 0)], outside: { cut, beyond: 0 } });
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
      sheet: { ...sheet, viewport },
      labelsLeftOut: 0,
      outside: { cut: 0, beyond: 0 },
      records: pictures.map((fields, id) => record('underlay', { ...fields, id: id + 1 })),
    }).join('\n');
  expect(notes({})).toContain('A picture is not calibrated: what is drawn over it may not be to scale.');
  expect(notes({}, {})).toContain('2 pictures are not calibrated');
  expect(notes({ calibration })).not.toContain('calibrated');
});
