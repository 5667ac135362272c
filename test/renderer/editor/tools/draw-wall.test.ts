import { describe, expect, test } from 'vitest';
import { driver } from '../../../support/editor-driver.ts';
import { record, testId } from '../../../support/plan-builder.ts';

describe('draw-wall', () => {
  test('every click after the first ends one wall, one undo step each, and goes on', () => {
    const drawn = driver('draw-wall').click(0, 0).click(4, 0);
    expect([drawn.undoDepth, drawn.selected]).toEqual([1, [drawn.only('wall').id]]);
    drawn.click(4, 3);
    expect(drawn.all('wall').map(({ a, b }) => [a, b])).toEqual([
      [
        { x: 0, y: 0 },
        { x: 4, y: 0 },
      ],
      [
        { x: 4, y: 0 },
        { x: 4, y: 3 },
      ],
    ]);
    expect([drawn.undoDepth, drawn.editor.tool.hint]).toEqual([2, 'hint.draw-wall.next']);
  });

  test('every wall is of what was chosen before drawing', () => {
    const armed = { wall: { thickness: 0.1, height: null, material: 'glass', alignment: 'left' } } as const;
    const drawn = driver('draw-wall');
    drawn.editor.show({ armed: { records: armed } });
    drawn.click(0, 0).click(4, 0).click(4, 3);
    for (const wall of drawn.all('wall')) expect(wall).toMatchObject(armed.wall);
  });

  test.each(['Enter', 'Escape'] as const)('%s ends the chain and keeps its walls', (key) => {
    const drawn = driver('draw-wall').click(0, 0).click(4, 0).key(key).click(9, 9);
    expect([drawn.undoDepth, drawn.editor.tool.id]).toEqual([1, 'draw-wall']);
  });

  test('a double click ends the chain at its place', () => {
    const drawn = driver('draw-wall').click(0, 0).double(4, 0);
    expect([drawn.undoDepth, drawn.refusal, drawn.editor.tool.hint]).toEqual([1, null, 'hint.draw-wall']);
    expect(driver('draw-wall').double(0, 0).undoDepth).toBe(0);
  });

  test('a click on the beginning closes and ends the chain', () => {
    const drawn = driver('draw-wall').click(0, 0).click(4, 0).click(4, 3).click(0.05, 0.05);
    expect(drawn.all('wall').at(-1)?.b).toEqual({ x: 0, y: 0 });
    expect([drawn.undoDepth, drawn.editor.tool.hint]).toEqual([3, 'hint.draw-wall']);
  });

  test('cancel keeps what is committed and leaves nothing drafted', () => {
    const drawn = driver('draw-wall').click(0, 0).click(4, 0).move(4, 3).cancel();
    expect([drawn.undoDepth, drawn.editor.preview]).toEqual([1, null]);
  });

  test('the preview shows the next wall with its length and angle', () => {
    const drawn = driver('draw-wall').click(0, 0).move(0, 2.5);
    expect(drawn.shown('wall')).toMatchObject({ a: { x: 0, y: 0 }, b: { x: 0, y: 2.5 } });
    expect(drawn.editor.preview?.measure).toEqual({
      at: { x: 0, y: 2.5 },
      length: 2.5,
      angle: Math.PI / 2,
      editable: true,
    });
  });

  test('typed lengths set walls exactly', () => {
    const drawn = driver('draw-wall').click(0, 0).move(1, 0).length(6.2).move(6.2, 1).length(3.125);
    expect(drawn.all('wall').map(({ b }) => b)).toEqual([
      { x: 6.2, y: 0 },
      { x: 6.2, y: 3.125 },
    ]);
  });

  test('Shift keeps walls upright and level', () => {
    const drawn = driver('draw-wall').click(0, 0).click(4, 0.7, { shift: true });
    expect(drawn.only('wall').b).toEqual({ x: 4, y: 0 });
  });

  test('by holding the button down', () => {
    const drawn = driver('draw-wall').drag([0, 0], [4, 0]).key('Enter');
    expect([drawn.only('wall').b, drawn.undoDepth]).toEqual([{ x: 4, y: 0 }, 1]);
  });

  test('a wall over another one is refused and the chain stays', () => {
    const drawn = driver('draw-wall', [record('wall')])
      .click(0, 0)
      .click(10, 0);
    expect([drawn.refusal, drawn.undoDepth]).toEqual(['covers-existing-wall', 0]);
    drawn.click(0, 4);
    expect([drawn.refusal, drawn.undoDepth]).toEqual([null, 1]);
  });

  test('a length of nothing is refused', () => {
    const drawn = driver('draw-wall').click(0, 0).move(3, 0).length(0.005);
    expect([drawn.refusal, drawn.undoDepth]).toEqual(['too-short', 0]);
  });

  test('Backspace takes the last wall away, as a step of its own', () => {
    const drawn = driver('draw-wall').click(0, 0).click(4, 0).click(4, 3).key('Backspace').click(8, 0);
    expect(drawn.all('wall').map(({ b }) => b)).toEqual([
      { x: 4, y: 0 },
      { x: 8, y: 0 },
    ]);
    expect(drawn.undoDepth).toBe(4);
    expect(driver('draw-wall').click(0, 0).key('Backspace').editor.tool.hint).toBe('hint.draw-wall');
  });

  test('undo in the middle of a chain takes the last wall back, and the chain goes on from the point before', () => {
    const drawn = driver('draw-wall').click(0, 0).click(4, 0).click(4, 3);
    drawn.editor.travel('undo');
    expect([drawn.all('wall').length, drawn.editor.tool.hint]).toEqual([1, 'hint.draw-wall.next']);
    drawn.click(4, -3);
    expect(drawn.all('wall').map(({ a, b }) => [a, b])).toContainEqual([
      { x: 4, y: 0 },
      { x: 4, y: -3 },
    ]);
    expect([drawn.undoDepth, drawn.all('wall').length]).toEqual([2, 2]);
  });

  test('begins at the end of a wall that is near', () => {
    const drawn = driver('draw-wall', [record('wall', { id: 5 })])
      .click(10.05, 0.04)
      .click(14, 5);
    expect(drawn.all('wall').find(({ id }) => id !== testId('wall', 5))?.a).toEqual({ x: 10, y: 0 });
  });
});
