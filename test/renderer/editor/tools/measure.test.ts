import { describe, expect, test } from 'vitest';
import { driver } from '../../../support/editor-driver.ts';
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
