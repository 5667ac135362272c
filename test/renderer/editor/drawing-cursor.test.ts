import { expect, test } from 'vitest';
import { recordsOf } from '../../../core/plan/plan.ts';
import { DrawingCursor } from '../../../renderer/editor/drawing-cursor.ts';
import { RecordWalk } from '../../../renderer/editor/record-walk.ts';
import { visibleBox } from '../../../renderer/editor/viewport.ts';
import { recordPlaceSentence } from '../../../renderer/hooks/record-place.ts';
import { EditorDriver } from '../../support/editor-driver.ts';
import { record, testId } from '../../support/plan-builder.ts';

const none = { shift: false, alt: false };
const right = { x: 1, y: 0 };
const up = { x: 0, y: 1 };

test('the first key starts at the nearest point of the grid, and strides are ten, one and a tenth of its step', () => {
  const { editor } = new EditorDriver();
  const cursor = new DrawingCursor(editor);
  cursor.move(right, 'step', { x: 0.4, y: -0.2 });
  expect(cursor.at).toEqual({ x: 1, y: 0 });
  cursor.move(up, 'fine', { x: 99, y: 99 });
  expect(cursor.at).toEqual({ x: 1, y: 0.1 });
  cursor.move(up, 'large', { x: 99, y: 99 });
  expect(cursor.at).toEqual({ x: 1, y: 10.1 });
});

test('the drawing follows the cursor', () => {
  const { editor } = new EditorDriver();
  const cursor = new DrawingCursor(editor);
  cursor.goTo({ x: 40, y: -25 });
  const { minX, maxX, minY, maxY } = visibleBox(editor.viewport);
  expect([minX < 40 && 40 < maxX, minY < -25 && -25 < maxY]).toEqual([true, true]);
  const { centre } = editor.viewport;
  cursor.goTo({ x: 40, y: -24 });
  expect(editor.viewport.centre).toEqual(centre);
});

test('walls are drawn and a camera placed without a pointer', () => {
  const { editor } = new EditorDriver({ tool: 'draw-wall' });
  const cursor = new DrawingCursor(editor);
  for (const at of [
    { x: 0, y: 0 },
    { x: 3, y: 0 },
    { x: 3, y: 2 },
  ]) {
    cursor.goTo(at);
    cursor.press(none);
  }
  editor.dispatch({ type: 'key', key: 'Enter' });
  expect([...recordsOf(editor.plan, 'wall')].map(({ a, b }) => [a, b])).toEqual([
    [
      { x: 0, y: 0 },
      { x: 3, y: 0 },
    ],
    [
      { x: 3, y: 0 },
      { x: 3, y: 2 },
    ],
  ]);
  editor.setTool('place-camera');
  cursor.goTo({ x: -2, y: 1 });
  cursor.press(none);
  expect([...recordsOf(editor.plan, 'camera')].map(({ at }) => at)).toEqual([{ x: -2, y: 1 }]);
});

test('a hidden cursor presses nothing', () => {
  const { editor } = new EditorDriver({ tool: 'place-camera' });
  const cursor = new DrawingCursor(editor);
  cursor.goTo({ x: 1, y: 1 });
  cursor.hide();
  cursor.press(none);
  expect(editor.plan.tables.camera.size).toBe(0);
});

const near = record('camera', { id: 1, tag: 'C-07', at: { x: 3, y: 3 } });
const far = record('post', { id: 1, tag: 'GP-1', at: { x: -20, y: 0 }, state: 'existing' });
const wall = record('wall', { id: 1, a: { x: 0, y: -9 }, b: { x: 10, y: -9 }, thickness: 0.2 });

test('Tab goes from the nearest record to the farthest and round again', () => {
  const { editor } = new EditorDriver({ records: [far, near, wall] });
  const walk = new RecordWalk(editor);
  const from = { x: 0, y: 0 };
  const seen = [1, 1, 1, 1, -1].map((step) => {
    const id = walk.next(from, step as 1 | -1);
    editor.select(id ? [id] : []);
    return id;
  });
  expect(seen).toEqual([near.id, wall.id, far.id, near.id, far.id]);
  expect(new RecordWalk(new EditorDriver().editor).next(from, 1)).toBeNull();
});

test('what is hidden or on a locked layer is passed over', () => {
  const locked = record('layer', { id: 2, name: 'Locked', order: 1, locked: true });
  const on = record('camera', { id: 2, at: { x: 0, y: 0 }, layer: testId('layer', 2) });
  const { editor } = new EditorDriver({ records: [locked, on, far] });
  expect(new RecordWalk(editor).next({ x: 0, y: 0 }, 1)).toBe(far.id);
});

test('says what a record is and where it lies', () => {
  const { editor } = new EditorDriver({ records: [far, near, wall] });
  const say = (each: typeof near | typeof far | typeof wall, from = { x: 0, y: 0 }) =>
    recordPlaceSentence(each, editor.plan, from);
  expect(say(near)).toBe('Camera C-07, 4.2 m north-east, proposed');
  expect(say(far)).toBe('Guard post GP-1, 20.0 m west, existing');
  expect(say(wall, { x: 5, y: 0 })).toBe('Wall 10.00 m, 8.9 m south, existing');
  expect(say(wall, { x: 5, y: -9 })).toBe('Wall 10.00 m, here, existing');
});
