import { describe, expect, test } from 'vitest';
import { driver } from '../../../support/editor-driver.ts';
import { record } from '../../../support/plan-builder.ts';

describe.each([
  ['place-camera', 'camera', 'C-01', 'C-02'],
  ['place-post', 'post', 'GP-1', 'GP-2'],
] as const)('%s', (tool, kind, first, second) => {
  test('a click places one, tagged and selected, and the tool stays armed', () => {
    const drawn = driver(tool).click(2, 3).click(8, 3);
    expect(drawn.all(kind).map(({ at, direction, tag }) => [at, direction, tag])).toEqual([
      [{ x: 2, y: 3 }, 0, first],
      [{ x: 8, y: 3 }, 0, second],
    ]);
    expect([drawn.undoDepth, drawn.selected, drawn.editor.tool.id]).toEqual([
      2,
      [drawn.all(kind)[1]?.id],
      tool,
    ]);
  });

  test('dragging aims it', () => {
    const drawn = driver(tool).drag([2, 3], [2, 7]);
    expect(drawn.only(kind)).toMatchObject({ at: { x: 2, y: 3 }, direction: 1.570796 });
    expect(drawn.undoDepth).toBe(1);
  });

  test('a second press ends the aiming as the release does', () => {
    expect(driver(tool).down(2, 3).move(2, -4).down(2, -4).only(kind).direction).toBe(-1.570796);
  });

  test('Shift aims in steps of 15°', () => {
    const drawn = driver(tool).drag([0, 0], [4, 4.3], { shift: true });
    expect(drawn.only(kind).direction).toBe(0.785398);
  });

  test('a double click places one', () => {
    const drawn = driver(tool).double(2, 3);
    expect([drawn.all(kind).length, drawn.undoDepth]).toEqual([1, 1]);
  });

  test('cancel, Escape and Backspace while aiming leave nothing', () => {
    for (const end of ['cancel', 'Escape', 'Backspace'] as const) {
      const drawn = driver(tool).down(2, 3).move(5, 3);
      expect(drawn.shown(kind)?.direction).toBe(0);
      if (end === 'cancel') drawn.cancel();
      else drawn.key(end);
      expect([drawn.undoDepth, drawn.editor.preview, drawn.editor.tool.id]).toEqual([0, null, tool]);
    }
  });

  test('away from the wall behind it', () => {
    const drawn = driver(tool, [record('wall')]).click(4, -1.5);
    expect(drawn.only(kind).direction).toBe(-1.570796);
  });

  test('takes the armed device', () => {
    const records = { [kind]: { device: 'own-1', cost: 1200 } };
    expect(driver(tool, [], { records }).click(0, 0).only(kind)).toMatchObject({
      device: 'own-1',
      cost: 1200,
    });
  });
});

describe('place-camera', () => {
  test('is mounted on the face of a wall that is near, on the side of the pointer', () => {
    const drawn = driver('place-camera', [record('wall')])
      .click(3, 0.16)
      .click(7, -0.12);
    expect(drawn.all('camera').map(({ at, direction, mountedOn }) => [at, direction, mountedOn])).toEqual([
      [{ x: 3, y: 0.15 }, 1.570796, record('wall').id],
      [{ x: 7, y: -0.15 }, -1.570796, record('wall').id],
    ]);
  });

  test('is mounted on the outside of a building', () => {
    const drawn = driver('place-camera', [record('building')]).click(10.05, 4);
    expect(drawn.only('camera')).toMatchObject({
      at: { x: 10.05, y: 4 },
      direction: 0,
      mountedOn: record('building').id,
    });
  });

  test('with Alt it is not mounted', () => {
    const drawn = driver('place-camera', [record('wall')]).click(3, 0.05, { alt: true });
    expect(drawn.only('camera')).toMatchObject({ at: { x: 3, y: 0.05 }, mountedOn: null });
  });
});

describe('place-text', () => {
  test('a click places the text, selects it and stays for the next one', () => {
    const drawn = driver('place-text').click(2, 3);
    expect(drawn.only('text')).toMatchObject({ at: { x: 2, y: 3 }, text: 'Text' });
    expect([drawn.undoDepth, drawn.selected, drawn.editor.tool.id]).toEqual([
      1,
      [drawn.only('text').id],
      'place-text',
    ]);
    expect(drawn.click(4, 4).all('text')).toHaveLength(2);
  });

  test('a double click places one; cancel and a locked layer none', () => {
    expect(driver('place-text').double(2, 3).all('text')).toHaveLength(1);
    const cancelled = driver('place-text').move(2, 3).cancel();
    expect([cancelled.undoDepth, cancelled.editor.preview]).toEqual([0, null]);
    const locked = driver('place-text', [record('layer', { locked: true })]).click(2, 3);
    expect([locked.refusal, locked.editor.tool.id]).toEqual(['layer-locked', 'place-text']);
  });
});
