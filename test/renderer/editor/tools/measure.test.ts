import { describe, expect, test } from 'vitest';
import { type MeasureKind, measureKinds } from '../../../../renderer/editor/tools/measuring/reading.ts';
import { driver, type EditorDriver } from '../../../support/editor-driver.ts';
import { record } from '../../../support/plan-builder.ts';

describe('measure', () => {
  test('shows the distance between two clicks until the next one, and changes nothing', () => {
    const drawn = driver('measure').click(0, 0).click(3, 4).move(9, 9);
    expect(drawn.editor.preview?.measure).toMatchObject({ at: { x: 3, y: 4 }, length: 5 });
    expect([drawn.undoDepth, drawn.editor.tool.hint]).toEqual([0, 'hint.measure.measured']);
    drawn.click(10, 10).move(10, 12);
    expect(drawn.editor.preview?.measure).toMatchObject({ length: 2 });
  });

  test('by dragging, from end to end of what is near', () => {
    const drawn = driver('measure', [record('wall')]).drag([0.05, 0.03], [9.96, -0.05]);
    expect(drawn.editor.preview?.measure).toMatchObject({ at: { x: 10, y: 0 }, length: 10, angle: 0 });
  });

  test('the second press of a double click begins nothing', () => {
    const drawn = driver('measure').click(0, 0).double(3, 4);
    expect([drawn.editor.tool.hint, drawn.editor.preview?.measure?.length]).toEqual([
      'hint.measure.measured',
      5,
    ]);
    const still = driver('measure').double(0, 0);
    expect(still.editor.tool.hint).toBe('hint.measure.second');
  });

  test('the release of a press that snapped with orthogonal lock is not a second point', () => {
    const drawn = driver('measure', [record('wall')], { ortho: true }).click(0.07, 0.06);
    expect(drawn.editor.tool.hint).toBe('hint.measure.second');
  });

  test('a typed length ends it', () => {
    const drawn = driver('measure').click(0, 0).move(1, 0).length(7);
    expect(drawn.editor.preview?.measure).toMatchObject({ at: { x: 7, y: 0 }, length: 7, editable: false });
  });

  test('Escape and cancel', () => {
    const drawn = driver('measure').click(0, 0).move(1, 0).key('Escape');
    expect([drawn.editor.tool.id, drawn.editor.preview]).toEqual(['measure', null]);
    expect(drawn.click(0, 0).move(1, 0).cancel().editor.preview).toBeNull();
    expect(drawn.key('Escape').editor.tool.id).toBe('select');
  });
});

const measuring = (kind: MeasureKind) => driver('measure', [], { measuring: kind });
const reading = ({ editor }: EditorDriver) => editor.preview?.reading ?? null;
const sides = ({ editor }: EditorDriver) => (editor.preview?.gauges ?? []).map(({ length }) => length);

describe('a path', () => {
  test('adds up as it goes, shows its parts, and ends with Enter', () => {
    const drawn = measuring('path').click(0, 0).click(3, 4).click(3, 10).move(5, 10);
    expect(reading(drawn)).toEqual({ type: 'path', length: 13, segments: 3, isDone: false });
    expect(sides(drawn)).toEqual([5, 6]);
    drawn.key('Enter').move(40, 40);
    expect(reading(drawn)).toEqual({ type: 'path', length: 11, segments: 2, isDone: true });
    expect([drawn.undoDepth, drawn.editor.tool.id]).toEqual([0, 'measure']);
    expect(reading(drawn.click(0, 0))).toBeNull();
  });

  test('ends with a double click, and Backspace takes a point back', () => {
    const drawn = measuring('path').click(0, 0).click(3, 4).click(9, 9).key('Backspace').double(3, 10);
    expect(reading(drawn)).toMatchObject({ length: 11, isDone: true });
  });

  test('back at its first point it is a surface', () => {
    const drawn = measuring('path').click(0, 0).click(4, 0).click(4, 3).click(0.02, 0.01);
    expect(reading(drawn)).toEqual({ type: 'area', squareMetres: 6, perimeter: 12, isDone: true });
    expect(sides(drawn)).toEqual([4, 3, 5]);
  });

  test('takes typed lengths and places', () => {
    const drawn = measuring('path').click(0, 0).move(1, 0).length(7);
    drawn.editor.dispatch({ type: 'place', place: { type: 'relative', x: 0, y: 2 } });
    drawn.editor.dispatch({ type: 'place', place: { type: 'absolute', x: 7, y: 5 } });
    expect(reading(drawn.key('Enter'))).toMatchObject({ length: 12 });
  });
});

describe('an area', () => {
  test('closes with Enter, from three corners on', () => {
    const drawn = measuring('area').click(0, 0).click(4, 0);
    expect(drawn.key('Enter').refusal).toBe('too-few-corners');
    expect(reading(drawn.move(4, 3))).toMatchObject({ type: 'area', squareMetres: 6, isDone: false });
    expect(reading(drawn.click(4, 3).key('Enter'))).toEqual({
      type: 'area',
      squareMetres: 6,
      perimeter: 12,
      isDone: true,
    });
  });
});

describe('an angle', () => {
  test('is that at the first of three points, whichever way round', () => {
    const drawn = measuring('angle').click(0, 0).click(5, 0).move(3, 3);
    expect(reading(drawn)).toEqual({ type: 'angle', angle: Math.PI / 4, isDone: false });
    expect(reading(drawn.click(3, 3))).toMatchObject({ type: 'angle', isDone: true });
    expect(reading(measuring('angle').click(0, 0).click(0, 3).click(3, 0))).toMatchObject({
      angle: Math.PI / 2,
    });
  });
});

test('each kind says what comes first, once the pointer has moved', () => {
  const hints = measureKinds.map((kind) => measuring(kind).move(1, 1).editor.tool.hint);
  expect(hints).toEqual(measureKinds.map((kind) => `hint.measure.${kind}-first`));
  for (const kind of measureKinds) {
    const drawn = measuring(kind).click(0, 0).click(3, 0).key('Escape');
    expect([drawn.editor.preview, drawn.key('Escape').editor.tool.id]).toEqual([null, 'select']);
  }
});
