import { describe, expect, test } from 'vitest';
import { sheetExtent } from '../../../core/drawing/sheet/sheet-view.ts';
import { viewportOf } from '../../../core/plan/parts/viewports.ts';
import {
  addSheet,
  chooseSheet,
  duplicateSheet,
  issuedSheet,
} from '../../../renderer/commands/structure/sheets.ts';
import { driver } from '../../support/editor-driver.ts';
import { granted, record, shownBy, testId } from '../../support/plan-builder.ts';

const upper = record('floor', { id: 2, name: 'Upper', order: 1 });
const first = record('sheet', { id: 1, number: 'S-01', order: 0, paper: 'A2', orientation: 'portrait' });
const second = record('sheet', {
  id: 2,
  number: 'S-02',
  order: 1,
  ...shownBy({ floor: upper.id, states: 'today' }),
});

describe('the sheet that is issued', () => {
  test('is the chosen one, else the first', () => {
    const { editor } = driver('select', [upper, second, first]);
    expect(issuedSheet(editor)?.id).toBe(first.id);
    chooseSheet(editor, second);
    expect(issuedSheet(editor)?.id).toBe(second.id);
    expect([editor.view.lens.floor, editor.view.lens.states]).toEqual([upper.id, 'today']);
  });

  test('is none in a plan without sheets', () => {
    expect(issuedSheet(driver('select').editor)).toBeUndefined();
  });
});

describe('a new sheet', () => {
  test('shows all that the window shows, and is chosen', () => {
    const { editor } = driver('select', [first]);
    const { viewport } = editor;
    const id = granted(addSheet(editor));
    const sheet = editor.plan.tables.sheet.get(id);
    if (!sheet) throw new Error('There is no new sheet.');
    expect([sheet.number, sheet.paper, sheet.orientation]).toEqual(['S-02', 'A2', 'portrait']);
    expect(viewportOf(sheet).centre).toEqual(viewport.centre);
    const { width, height } = sheetExtent(sheet, editor.plan);
    expect(width).toBeGreaterThanOrEqual(viewport.widthPx / viewport.pixelsPerMetre);
    expect(height).toBeGreaterThanOrEqual(viewport.heightPx / viewport.pixelsPerMetre);
    expect(editor.view.lens.sheet).toBe(id);
  });

  test('goes with one undo, and its frame with it', () => {
    const { editor } = driver('select');
    addSheet(editor);
    editor.travel('undo');
    expect([editor.plan.tables.sheet.size, editor.view.lens.sheet]).toEqual([0, null]);
  });

  test('of another one is the same under the next number', () => {
    const { editor } = driver('select', [upper, first, second]);
    const id = granted(duplicateSheet(editor, second));
    expect(editor.plan.tables.sheet.get(id)).toEqual({ ...second, id, number: 'S-03', order: 2 });
  });
});

test('an undo that takes away the floor and the sheet leaves a view that exists', () => {
  const { editor } = driver('select', [upper]);
  chooseSheet(editor, second);
  expect(editor.view.lens.sheet).toBe(testId('sheet', 2));
  const gone = new Map([[upper.id, { before: upper, after: null }]]);
  editor.commit({ label: 'edit.deleteFloor', diff: gone });
  expect([editor.view.lens.sheet, editor.view.lens.floor]).toEqual([null, testId('floor')]);
});
