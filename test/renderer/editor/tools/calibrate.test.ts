import { describe, expect, test } from 'vitest';
import { toScreen } from '../../../../renderer/editor/viewport.ts';
import { driver } from '../../../support/editor-driver.ts';
import { record, testId } from '../../../support/plan-builder.ts';

/* A picture of 1000 by 500 pixels, 10 m by 5 m before it is calibrated, lower left corner at the origin. */
const picture = record('underlay');

describe('calibrate', () => {
  test('two points and their true distance scale the picture; the first point stays', () => {
    const drawn = driver('calibrate', [picture]).click(1, 1).click(5, 1).length(8);
    expect(drawn.only('underlay')).toMatchObject({
      metresPerPixel: 0.02,
      at: { x: -1, y: -1 },
      calibration: { a: { x: 100, y: 400 }, b: { x: 500, y: 400 }, distance: 8 },
    });
    expect([drawn.undoDepth, drawn.selected, drawn.editor.tool.id]).toEqual([1, [picture.id], 'select']);
    drawn.editor.travel('undo');
    expect(drawn.only('underlay')).toEqual(picture);
  });

  test('what is seen of the picture stays in its place on the screen', () => {
    const drawn = driver('calibrate', [picture]).click(1, 1).click(5, 1);
    const before = drawn.editor.viewport;
    drawn.length(8);
    const after = drawn.editor.viewport;
    expect(after.pixelsPerMetre).toBeCloseTo(before.pixelsPerMetre / 2, 9);
    const first = toScreen(after, { x: 1, y: 1 });
    expect(first.left).toBeCloseTo(toScreen(before, { x: 1, y: 1 }).left, 6);
    expect(toScreen(after, { x: 9, y: 1 }).left).toBeCloseTo(toScreen(before, { x: 5, y: 1 }).left, 6);
    expect(first.top).toBeCloseTo(toScreen(before, { x: 1, y: 1 }).top, 6);
  });

  test('by dragging from one point to the other', () => {
    expect(
      driver('calibrate', [picture]).drag([1, 1], [5, 1]).length(8).only('underlay').metresPerPixel,
    ).toBe(0.02);
  });

  test('the distance can be typed once both points are set', () => {
    const drawn = driver('calibrate', [picture]).click(1, 1).move(5, 1);
    expect(drawn.editor.preview?.measure).toMatchObject({ length: 4, editable: false });
    expect(drawn.length(8).undoDepth).toBe(0);
    expect(drawn.click(5, 1).editor.preview?.measure).toMatchObject({ length: 4, editable: true });
  });

  test('another click sets the second point anew, Backspace takes it back', () => {
    const again = driver('calibrate', [picture]).click(1, 1).click(4, 1).click(5, 1).length(8);
    expect(again.only('underlay').metresPerPixel).toBe(0.02);
    const back = driver('calibrate', [picture])
      .click(1, 1)
      .click(4, 1)
      .key('Backspace')
      .click(5, 1)
      .length(8);
    expect(back.only('underlay').metresPerPixel).toBe(0.02);
  });

  test('points that coincide and a distance of 0 are refused', () => {
    const same = driver('calibrate', [picture]).click(1, 1).click(1, 1);
    expect([same.refusal, same.undoDepth]).toEqual(['same-point', 0]);
    const nothing = driver('calibrate', [picture]).click(1, 1).click(5, 1).length(0);
    expect([nothing.refusal, nothing.undoDepth]).toEqual(['no-distance', 0]);
    expect(nothing.length(8).only('underlay').metresPerPixel).toBe(0.02);
  });

  test('Enter without a distance asks for it', () => {
    expect(driver('calibrate', [picture]).click(1, 1).click(5, 1).key('Enter').refusal).toBe('type-distance');
  });

  test('where there is no picture, or a locked one, it is refused', () => {
    expect(driver('calibrate', [picture]).click(50, 50).refusal).toBe('no-underlay');
    expect(driver('calibrate', [record('underlay', { locked: true })]).click(1, 1).refusal).toBe('locked');
  });

  test('the selected picture is meant where two lie over each other', () => {
    const drawn = driver('calibrate', [picture, record('underlay', { id: 2 })]).select(testId('underlay', 2));
    drawn.click(1, 1).click(5, 1).length(8);
    expect(drawn.all('underlay').map(({ metresPerPixel }) => metresPerPixel)).toEqual([0.01, 0.02]);
  });

  test('a double click on the second point sets it once; cancel and Escape leave all as it was', () => {
    const drawn = driver('calibrate', [picture]).click(1, 1).double(5, 1).cancel();
    expect([drawn.only('underlay'), drawn.undoDepth, drawn.editor.preview]).toEqual([picture, 0, null]);
    expect(drawn.click(1, 1).click(5, 1).key('Escape').length(8).undoDepth).toBe(0);
  });
});
