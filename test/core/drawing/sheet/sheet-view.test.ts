import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fittingView } from '../../../../core/drawing/sheet/fitting-view.ts';
import { layoutSheet } from '../../../../core/drawing/sheet/layout-sheet.ts';
import { paperSize } from '../../../../core/drawing/sheet/papers.ts';
import { sheetFrame } from '../../../../core/drawing/sheet/sheet-frame.ts';
import { sheetCorners, sheetExtent } from '../../../../core/drawing/sheet/sheet-view.ts';
import { apply } from '../../../../core/geometry/transform.ts';
import { everything } from '../../../../core/picture/lens.ts';
import { paperNames, viewportDefaults } from '../../../../core/plan/kinds/sheet.ts';
import { granted, record, shownBy, siteFloor, testPlan } from '../../../support/plan-builder.ts';

const papers = fc.record({
  paper: fc.constantFrom(...paperNames),
  orientation: fc.constantFrom('landscape' as const, 'portrait' as const),
});
const frames = fc.constantFrom(
  viewportDefaults.frame,
  { left: 0.5, top: 0, width: 0.5, height: 1 },
  { left: 1 / 3, top: 0.25, width: 2 / 3, height: 0.5 },
);
const viewports = fc.record({
  frame: frames,
  scale: fc.integer({ min: 50, max: 5000 }),
  rotation: fc.double({ min: -3, max: 3, noNaN: true }),
  centre: fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) }),
});

describe('the frame of a sheet on the drawing', () => {
  test('its corners are those of the view as it is printed', () => {
    fc.assert(
      fc.property(papers, viewports, fc.boolean(), (paper, fields, isMarked) => {
        const sheet = record('sheet', { ...paper, ...shownBy(fields) });
        const marking = record('settings', { marking: isMarked ? 'CONTROLLED' : null });
        const plan = testPlan(marking, sheet);
        const choice = {
          scale: null,
          paper: null,
          orientation: null,
          floorId: null,
          states: null,
          shown: null,
        };
        const page = granted(
          layoutSheet(
            { plan, planName: '', siteName: '' },
            { ...choice, sheetId: sheet.id, day: '2026-01-31' },
          ),
        );
        const field = sheetFrame(paperSize(sheet.paper, sheet.orientation), isMarked).view;
        const view = {
          left: field.left + field.width * fields.frame.left,
          top: field.top + field.height * fields.frame.top,
          width: field.width * fields.frame.width,
          height: field.height * fields.frame.height,
        };
        expect(page.groups[0]?.clip).toEqual(view);
        const expected = [
          [view.left, view.top],
          [view.left + view.width, view.top],
          [view.left + view.width, view.top + view.height],
          [view.left, view.top + view.height],
        ] as const;
        const toPaper = page.groups[0]?.toPaper ?? [0, 0, 0, 0, 0, 0];
        for (const [index, corner] of sheetCorners(sheet, plan).entries()) {
          const on = apply(toPaper, corner);
          expect(on.x).toBeCloseTo(expected[index]?.[0] ?? Number.NaN, 6);
          expect(on.y).toBeCloseTo(expected[index]?.[1] ?? Number.NaN, 6);
        }
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  test('fitting brings all of the floor into it, turned or not', () => {
    fc.assert(
      fc.property(papers, viewports, fc.integer({ min: 1, max: 900 }), (paper, fields, size) => {
        const end = { x: size, y: size / 2 };
        const line = record('fence', { path: [{ x: 0, y: 0 }, end] });
        const plan = testPlan(line);
        const fitting = fittingView(plan, paper, { ...fields, floor: siteFloor, lens: everything });
        const { width, height } = sheetExtent({ ...paper, ...shownBy({ ...fields, ...fitting }) }, plan);
        const [cos, sin] = [Math.cos(fields.rotation), Math.sin(fields.rotation)];
        for (const { x, y } of line.path) {
          const [dx, dy] = [x - fitting.centre.x, y - fitting.centre.y];
          expect(Math.abs(dx * cos - dy * sin)).toBeLessThanOrEqual(width / 2);
          expect(Math.abs(dx * sin + dy * cos)).toBeLessThanOrEqual(height / 2);
        }
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});
