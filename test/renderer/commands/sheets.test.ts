import { describe, expect, test } from 'vitest';
import { sheetExtent } from '../../../core/drawing/sheet/sheet-view.ts';
import { levelsByDay } from '../../../core/picture/lens.ts';
import { viewportOf } from '../../../core/plan/parts/viewports.ts';
import { issuedHeading, issuedSheet, issuedView } from '../../../renderer/commands/structure/issued.ts';
import { addSheet, chooseSheet, duplicateSheet } from '../../../renderer/commands/structure/sheets.ts';
import { isOffSheet, lensOfWindow } from '../../../renderer/editor/window-lens.ts';
import { driver } from '../../support/editor-driver.ts';
import { firstLayer, granted, record, shownBy, testId } from '../../support/plan-builder.ts';

const upper = record('floor', { id: 2, name: 'Upper', order: 1 });
const first = record('sheet', { id: 1, number: 'S-01', order: 0, paper: 'A2', orientation: 'portrait' });
const second = record('sheet', {
  id: 2,
  number: 'S-02',
  order: 1,
  ...shownBy({ floor: upper.id, states: 'today' }),
});

const cables = record('layer', { id: 2, name: 'Cables', order: 1 });
const hidden = record('layer', { id: 3, name: 'Old', order: 2, visible: false });
const secret = record('layer', { id: 4, name: 'Notes', order: 3, printed: false });

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

  test('shows one layer alone where the window does', () => {
    const { editor } = driver('select', [cables]);
    const layersOf = () => {
      const id = granted(addSheet(editor));
      const sheet = editor.plan.tables.sheet.get(id);
      return sheet && viewportOf(sheet).layers;
    };
    expect(layersOf()).toBeNull();
    editor.show({ lens: { isolated: cables.id } });
    expect(layersOf()).toEqual([cables.id]);
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

const layers = [cables, hidden, secret];

describe('what is about to be issued is said before', () => {
  test('the sheet with its floor, whatever floor is shown', () => {
    const { editor } = driver('select', [upper, second, first]);
    expect(issuedHeading(editor)).toBe('Sheet S-01, Site, 1:500 on A2');
    editor.show({ lens: { floor: upper.id } });
    expect(issuedHeading(editor)).toBe('Sheet S-01, Site, 1:500 on A2');
    chooseSheet(editor, second);
    expect(issuedHeading(editor)).toBe('Sheet S-02, Upper, as it stands today, 1:500 on A3');
    editor.show({ lens: { states: 'proposed' } });
    expect(issuedHeading(editor)).toBe('Sheet S-02, Upper, as proposed, 1:500 on A3');
  });

  test('that a sheet keeps its own layers while one is shown alone', () => {
    const { editor } = driver('select', [first, ...layers]);
    editor.show({ lens: { isolated: cables.id } });
    expect(issuedHeading(editor)).toBe('Sheet S-01, Site, with its own layers, 1:500 on A2');
  });

  test('that a sheet has coverage while the window shows none', () => {
    const { editor } = driver('select', [first, upper, record('camera')]);
    expect(issuedHeading(editor)).toBe('Sheet S-01, Site, 1:500 on A2');
    editor.show({ lens: { coverage: null } });
    expect(issuedHeading(editor)).toBe('Sheet S-01, Site, with coverage, 1:500 on A2');
    const onUpper = driver('select', [first, upper, record('camera', { floor: upper.id })]).editor;
    onUpper.show({ lens: { coverage: null } });
    expect(issuedHeading(onUpper)).toBe('Sheet S-01, Site, 1:500 on A2');
  });

  test('without a sheet the floor, the layer that is alone, and what is not printed', () => {
    const { editor } = driver('select', [upper, ...layers]);
    expect(issuedHeading(editor)).toBe('Site, without “Notes” (not printed), as shown here, to fit A3');
    editor.show({ lens: { floor: upper.id, isolated: cables.id } });
    expect(issuedHeading(editor)).toBe('Upper, layer “Cables” alone, as shown here, to fit A3');
    expect(issuedView(editor)).toEqual({ layers: [cables.id], coverage: levelsByDay });
    editor.show({ lens: { isolated: hidden.id, coverage: null } });
    expect(issuedView(editor)).toEqual({ layers: [hidden.id], coverage: null });
    editor.show({ lens: { isolated: null } });
    expect(issuedView(editor).layers).toEqual([firstLayer, cables.id, secret.id]);
  });
});

describe('the window shows of a framed sheet what is printed of it', () => {
  const shown = record('sheet', { id: 1, number: 'S-01', ...shownBy({ layers: [cables.id, secret.id] }) });
  const onCables = record('post', { id: 5, at: { x: 0, y: 0 }, layer: cables.id });
  const onFirst = record('post', { id: 6, at: { x: 1, y: 0 } });

  test('its layers on its floor, and all again where the frame is not', () => {
    const { editor } = driver('select', [upper, shown, ...layers, onCables, onFirst]);
    const seen = () => [...(lensOfWindow(editor).layers ?? [])];
    editor.select([onCables.id, onFirst.id]);
    chooseSheet(editor, shown);
    expect(seen()).toEqual([cables.id]);
    editor.select([onCables.id, onFirst.id]);
    editor.show({ lens: { floor: upper.id } });
    expect(seen()).toEqual([firstLayer, cables.id, secret.id]);
    editor.show({ lens: { sheet: null, floor: testId('floor') } });
    expect(seen()).toEqual([firstLayer, cables.id, secret.id]);
    editor.select([onCables.id, onFirst.id]);
    editor.show({ lens: { sheet: shown.id } });
    expect([...editor.selection]).toEqual([onCables.id]);
    editor.show({ lens: { isolated: firstLayer } });
    expect(seen()).toEqual([firstLayer]);
    expect(isOffSheet(editor, firstLayer)).toBe(false);
  });

  test('choosing it ends what hid a part of it, and what it no longer shows is let go', () => {
    const hand = driver('select', [shown, ...layers, onCables, onFirst]);
    const { editor } = hand;
    editor.show({ lens: { isolated: firstLayer, coverage: null } });
    chooseSheet(editor, shown);
    expect(editor.view.lens).toMatchObject({ isolated: null, coverage: levelsByDay });
    editor.select([onCables.id]);
    const without = { ...shown, ...shownBy({ layers: [secret.id] }) };
    editor.commit({ label: 'edit.layer', diff: new Map([[shown.id, { before: shown, after: without }]]) });
    expect([...editor.selection]).toEqual([]);
  });

  test('nothing is drawn unseen on a layer that it leaves out', () => {
    const hand = driver('place-post', [shown, ...layers]);
    chooseSheet(hand.editor, shown);
    expect(isOffSheet(hand.editor, firstLayer)).toBe(true);
    expect(isOffSheet(hand.editor, hidden.id)).toBe(false);
    hand.editor.setTool('place-post');
    expect(hand.click(0, 0).refusal).toBe('layer-off-sheet');
  });
});
