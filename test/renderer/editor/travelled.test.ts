import { describe, expect, test } from 'vitest';
import { calibrateUnderlay } from '../../../core/operations/underlay/calibrate-underlay.ts';
import { updateRecords } from '../../../core/operations/update-records.ts';
import { goneWith, travelSentence } from '../../../renderer/app/overlays/use-undo-news.ts';
import type { Topics } from '../../../renderer/editor/editor-topics.ts';
import { visibleBox } from '../../../renderer/editor/viewport.ts';
import { driver } from '../../support/editor-driver.ts';
import { granted, record } from '../../support/plan-builder.ts';

type Driven = ReturnType<typeof driver>;

/** What was told of each undo and redo of an editor. */
function heard({ editor }: Driven): Topics['travelled'][] {
  const told: Topics['travelled'][] = [];
  editor.subscribe('travelled', (step) => told.push(step));
  return told;
}

const sees = ({ editor }: Driven, x: number, y: number) => {
  const { minX, minY, maxX, maxY } = visibleBox(editor.viewport);
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
};

describe('undo and redo', () => {
  test('bring what they change into view where none of it is, at the same scale', () => {
    const drawn = driver('place-post').click(2, 3);
    const told = heard(drawn);
    const { viewport } = drawn.editor;
    drawn.editor.show({ viewport: { ...viewport, centre: { x: 900, y: 900 } } });
    drawn.editor.travel('undo');
    expect(sees(drawn, 2, 3)).toBe(true);
    expect(drawn.editor.viewport.pixelsPerMetre).toBe(viewport.pixelsPerMetre);
    drawn.editor.show({ viewport: { ...viewport, centre: { x: -900, y: 0 } } });
    drawn.editor.travel('redo');
    expect(sees(drawn, 2, 3)).toBe(true);
    expect(told.map(({ direction, label }) => [direction, label])).toEqual([
      ['undo', 'edit.add.post'],
      ['redo', 'edit.add.post'],
    ]);
    expect(told[0]?.box).toMatchObject({ minX: expect.any(Number) });
  });

  test('leave the view where something of it is seen', () => {
    const drawn = driver('place-post').click(2, 3);
    const { viewport } = drawn.editor;
    drawn.editor.travel('undo');
    expect(drawn.editor.viewport).toBe(viewport);
  });

  test('show all of what is larger than the view', () => {
    const wide = record('wall', { a: { x: 0, y: 0 }, b: { x: 400, y: 300 } });
    const drawn = driver('select', [wide]);
    drawn.editor.commit({
      label: 'edit.change',
      diff: granted(updateRecords(drawn.editor.plan, [wide.id], { height: 4 })),
    });
    drawn.editor.show({ viewport: { ...drawn.editor.viewport, centre: { x: -900, y: 0 } } });
    drawn.editor.travel('undo');
    expect(sees(drawn, 0, 0) && sees(drawn, 400, 300)).toBe(true);
  });

  test('of settings move nothing, and have no place to show', () => {
    const drawn = driver('select');
    const { viewport } = drawn.editor;
    const told = heard(drawn);
    const settings = updateRecords(drawn.editor.plan, ['settings:plan'], { name: 'Quay' });
    drawn.editor.commit({ label: 'edit.settings', diff: granted(settings) });
    drawn.editor.travel('undo');
    expect([drawn.editor.viewport, told[0]?.box]).toEqual([viewport, null]);
  });
});

describe('what is said of it', () => {
  const picture = record('underlay', { name: 'Ground floor' });
  const calibration = { a: { x: 0, y: 0 }, b: { x: 500, y: 0 }, distance: 8 };

  function travelled(): readonly ReturnType<typeof travelSentence>[] {
    const drawn = driver('select', [picture]);
    const told = heard(drawn);
    for (const distance of [8, 9]) {
      const diff = granted(calibrateUnderlay(drawn.editor.plan, picture.id, { ...calibration, distance }));
      drawn.editor.commit({ label: 'edit.calibrate', diff });
    }
    for (const direction of ['undo', 'undo', 'redo'] as const) drawn.editor.travel(direction);
    return told.map(travelSentence);
  }

  test('a calibration that is taken back is said until it is read', () => {
    expect(travelled()).toEqual([
      {
        sentence:
          'Undone: Calibrate a picture. The picture “Ground floor” has another scale now: what was drawn over it keeps its lengths.',
        isOfScale: true,
      },
      {
        sentence:
          'Undone: Calibrate a picture. The picture “Ground floor” is not calibrated any more: what was drawn over it keeps its lengths.',
        isOfScale: true,
      },
      {
        sentence:
          'Done again: Calibrate a picture. The picture “Ground floor” has another scale now: what was drawn over it keeps its lengths.',
        isOfScale: true,
      },
    ]);
  });

  test('anything else by its name alone, a picture that is only fainter too', () => {
    const drawn = driver('select', [picture]);
    const told = heard(drawn);
    const fainter = updateRecords(drawn.editor.plan, [picture.id], { opacity: 0.2 });
    drawn.editor.commit({ label: 'edit.change', diff: granted(fainter) });
    drawn.editor.travel('undo');
    expect(told.map(travelSentence)).toEqual([{ sentence: 'Undone: Change values.', isOfScale: false }]);
  });
});

describe('a tool whose record is gone', () => {
  const picture = record('underlay');
  const sheet = record('sheet');

  test('goes with it: nothing asks for points of a picture that was undone', () => {
    const { editor } = driver('select');
    editor.commit({
      label: 'edit.addPicture',
      diff: new Map([[picture.id, { before: null, after: picture }]]),
    });
    editor.setTool('calibrate');
    expect(editor.tool.hint).toBe('hint.calibrate');
    editor.travel('undo');
    expect(editor.tool.id).toBe('select');
    editor.travel('redo');
    expect(editor.tool.id).toBe('select');
  });

  test('goes with it where it is deleted, in the middle of its work too', () => {
    const hand = driver('calibrate', [picture]).click(1, 1);
    expect(hand.editor.tool.hint).toBe('hint.calibrate.second');
    hand.editor.commit({
      label: 'edit.delete',
      diff: new Map([[picture.id, { before: picture, after: null }]]),
    });
    expect(hand.editor.tool.id).toBe('select');
    const framing = driver('select', [sheet]).editor;
    framing.show({ lens: { sheet: sheet.id } });
    framing.setTool('frame-sheet');
    framing.commit({
      label: 'edit.deleteSheet',
      diff: new Map([[sheet.id, { before: sheet, after: null }]]),
    });
    expect(framing.tool.id).toBe('select');
  });

  test('stays where its record is changed, or another one goes', () => {
    const post = record('post');
    const { editor } = driver('calibrate', [picture, post]);
    editor.commit({ label: 'edit.delete', diff: new Map([[post.id, { before: post, after: null }]]) });
    editor.travel('undo');
    editor.commit({
      label: 'edit.record',
      diff: new Map([[picture.id, { before: picture, after: { ...picture, opacity: 0.5 } }]]),
    });
    editor.travel('undo');
    expect(editor.tool.id).toBe('calibrate');
    const drawing = driver('place-post').click(2, 3);
    drawing.editor.travel('undo');
    expect(drawing.editor.tool.id).toBe('place-post');
  });
});

test('what was said of an edit goes when it is undone, and does not come back by itself', () => {
  expect(goneWith({ direction: 'undo', label: 'edit.bringIn' })).toEqual(['rooms', 'bringIn']);
  expect(goneWith({ direction: 'undo', label: 'edit.add.post' })).toEqual(['rooms']);
  expect(goneWith({ direction: 'redo', label: 'edit.bringIn' })).toEqual([]);
});
