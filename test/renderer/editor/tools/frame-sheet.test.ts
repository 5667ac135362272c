import { describe, expect, test } from 'vitest';
import { sheetCorners, sheetExtent } from '../../../../core/drawing/sheet/sheet-view.ts';
import { viewportOf } from '../../../../core/plan/parts/viewports.ts';
import { driver } from '../../../support/editor-driver.ts';
import { record, shownBy } from '../../../support/plan-builder.ts';

const sheet = record('sheet', { paper: 'A4', ...shownBy({ scale: 200, centre: { x: 20, y: 10 } }) });
const upper = record('floor', { id: 2, name: 'Upper', order: 1 });

function framing(rotation = 0) {
  const turned = { ...sheet, viewports: [{ ...viewportOf(sheet), rotation }] } as const;
  return driver('frame-sheet', [turned, upper], { sheet: sheet.id });
}
const shown = (drawn: ReturnType<typeof framing>) => viewportOf(drawn.only('sheet'));

describe('the frame of a sheet', () => {
  test('goes with the pointer, as one edit, and the tool is done', () => {
    const drawn = framing().drag([18, 9], [21, 4]);
    expect(shown(drawn)).toEqual({ ...viewportOf(sheet), centre: { x: 23, y: 5 } });
    expect([drawn.undoDepth, drawn.editor.tool.id]).toEqual([1, 'select']);
    drawn.editor.travel('undo');
    expect(drawn.only('sheet')).toEqual(sheet);
  });

  test('is seen where it goes before it is let go', () => {
    const drawn = framing().down(18, 9).move(21, 4);
    const after = drawn.editor.preview?.diff.get(sheet.id)?.after as typeof sheet | undefined;
    expect(after && viewportOf(after).centre).toEqual({ x: 23, y: 5 });
    expect([drawn.undoDepth, drawn.only('sheet')]).toEqual([0, sheet]);
  });

  test('is carried from click to click, and by Enter', () => {
    const clicked = framing().click(18, 9).move(19, 9);
    expect(shown(clicked).centre).toEqual({ x: 20, y: 10 });
    expect(shown(clicked.click(21, 4)).centre).toEqual({ x: 23, y: 5 });
    expect(shown(framing().click(18, 9).move(19, 9).key('Enter')).centre).toEqual({ x: 21, y: 10 });
  });

  test('stays where it was with Escape, Backspace and cancel; Escape again ends the tool', () => {
    for (const end of ['Escape', 'Backspace', 'cancel'] as const) {
      const drawn = framing().down(18, 9).move(25, 9);
      if (end === 'cancel') drawn.cancel();
      else drawn.key(end);
      expect([drawn.undoDepth, drawn.editor.preview, drawn.editor.tool.id]).toEqual([0, null, 'frame-sheet']);
      expect(drawn.key('Escape').editor.tool.id).toBe('select');
    }
  });

  test.each([0, 0.5, -2])(
    'is drawn larger or smaller by a corner, at usual scales, turned by %d',
    (rotation) => {
      const corner = sheetCorners(framing(rotation).only('sheet'), framing().editor.plan)[1];
      const away = (part: number) => ({
        x: 20 + (corner.x - 20) * part,
        y: 10 + (corner.y - 10) * part,
      });
      for (const [part, scale] of [
        [1.9, 500],
        [1.1, 250],
        [0.45, 100],
        [0.94, 200],
      ] as const) {
        const to = away(part);
        const drawn = framing(rotation).drag([corner.x, corner.y], [to.x, to.y]);
        expect(shown(drawn)).toMatchObject({ centre: { x: 20, y: 10 }, scale });
      }
    },
  );

  test('has corners a little wider than a point, and nothing else gives it a scale', () => {
    const { width, height } = sheetExtent(sheet, framing().editor.plan);
    const edge = { x: 20 + width / 2, y: 10 + height / 2 };
    expect(shown(framing().drag([edge.x - 0.08, edge.y], [edge.x + 9, edge.y + 9])).scale).toBeGreaterThan(
      200,
    );
    expect(shown(framing().drag([edge.x, 10], [edge.x + 9, 10])).scale).toBe(200);
  });
});

test('without a sheet, or on another floor, it says so', () => {
  const none = driver('frame-sheet', [sheet], {}).click(1, 1);
  expect(none.refusal).toBe('no-sheet-chosen');
  const elsewhere = driver('frame-sheet', [sheet, upper], { sheet: sheet.id, floor: upper.id }).click(1, 1);
  expect(elsewhere.refusal).toBe('no-sheet-chosen');
});
