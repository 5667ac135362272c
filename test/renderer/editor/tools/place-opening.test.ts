import { describe, expect, test } from 'vitest';
import { driver } from '../../../support/editor-driver.ts';
import { record, testId } from '../../../support/plan-builder.ts';

/*  (0,0) ---- wall 1 ---- (10,0)   */
const wall = record('wall');

describe('place-opening', () => {
  test('on the wall that is near, with the defaults of a door, and stays armed', () => {
    const drawn = driver('place-opening', [wall]).click(3, 0.15).click(8, -0.1);
    expect(
      drawn.all('opening').map(({ wall: host, offset, width, swing }) => [host, offset, width, swing]),
    ).toEqual([
      [wall.id, 3, 0.91, 'left'],
      [wall.id, 8, 0.91, 'right'],
    ]);
    expect([drawn.undoDepth, drawn.editor.tool.id]).toEqual([2, 'place-opening']);
  });

  test('the preview follows the wall and takes its middle', () => {
    const drawn = driver('place-opening', [wall]).move(3, 0.2);
    expect(drawn.shown('opening')?.offset).toBe(3);
    expect(drawn.move(5.05, 0.2).shown('opening')?.offset).toBe(5);
    expect(drawn.move(5.05, 0.2, { alt: true }).shown('opening')?.offset).toBe(5.05);
    expect(drawn.move(3, 4).editor.preview).toBeNull();
    expect(drawn.undoDepth).toBe(0);
  });

  test('is pushed inside at the end of the wall', () => {
    expect(driver('place-opening', [wall]).click(0.1, 0).only('opening').offset).toBe(0.455);
  });

  test('fills a gap drawn as a wall that is somewhat narrower', () => {
    const gap = record('wall', { b: { x: 0.8, y: 0 } });
    expect(driver('place-opening', [gap]).click(0.3, 0).only('opening')).toMatchObject({
      offset: 0.4,
      width: 0.8,
    });
  });

  test('a typed length is the gap to the nearer end', () => {
    const drawn = driver('place-opening', [wall]).move(2, 0).length(1).move(9, 0).length(1);
    expect(drawn.all('opening').map(({ offset }) => offset)).toEqual([1.455, 8.545]);
  });

  test('takes the armed type with its sizes', () => {
    const drawn = driver('place-opening', [wall], { records: { opening: { type: 'window' } } }).click(3, 0);
    expect(drawn.only('opening')).toMatchObject({ type: 'window', width: 1.2, height: 1.2, sill: 0.9 });
  });

  test('a double click places one', () => {
    const drawn = driver('place-opening', [wall]).double(3, 0);
    expect([drawn.all('opening').length, drawn.refusal]).toEqual([1, null]);
  });

  test('refused on bare ground, over another one, in a wall too short, in a locked wall', () => {
    expect(driver('place-opening', [wall]).click(3, 5).refusal).toBe('no-wall-here');
    const second = driver('place-opening', [wall]).click(3, 0).click(3.5, 0);
    expect([second.refusal, second.undoDepth]).toEqual(['overlaps-opening', 1]);
    const short = record('wall', { b: { x: 0.4, y: 0 } });
    expect(driver('place-opening', [short]).click(0.1, 0).refusal).toBe('does-not-fit');
    const locked = record('wall', { locked: true });
    expect(driver('place-opening', [locked]).click(3, 0).refusal).toBe('no-wall-here');
  });

  test('cancelled and given up by Escape', () => {
    const drawn = driver('place-opening', [wall]).move(3, 0).cancel();
    expect([drawn.editor.preview, drawn.undoDepth]).toEqual([null, 0]);
    expect(drawn.key('Escape').editor.tool.id).toBe('select');
  });
});

/*  (0,0) -- fence 1 -- (10,0)   */
const fence = record('fence');

describe('place-gate', () => {
  test('in the fence that is near, turned along it and tagged, and stays armed', () => {
    const drawn = driver('place-gate', [fence]).click(4, 0.2).click(8.5, 0.1);
    expect(drawn.all('gate').map(({ fence: host, at, tag }) => [host, at, tag])).toEqual([
      [fence.id, { x: 4, y: 0 }, 'G-1'],
      [fence.id, { x: 8, y: 0 }, 'G-2'],
    ]);
    expect(drawn.undoDepth).toBe(2);
  });

  test('on its own where no fence is', () => {
    expect(driver('place-gate', [fence]).click(4, 6).only('gate')).toMatchObject({
      fence: null,
      at: { x: 4, y: 6 },
    });
  });

  test('takes the armed use with its size; too wide for the fence is refused', () => {
    const records = { gate: { use: 'pedestrian' } } as const;
    expect(driver('place-gate', [fence], { records }).click(4, 0).only('gate')).toMatchObject({
      width: 1,
      type: 'swing',
    });
    const short = record('fence', {
      id: 2,
      path: [
        { x: 0, y: 0 },
        { x: 2, y: 0 },
      ],
    });
    const refused = driver('place-gate', [short]).click(1, 0);
    expect([refused.refusal, refused.undoDepth]).toEqual(['too-wide', 0]);
  });

  test('a double click places one; cancel leaves none', () => {
    expect(driver('place-gate', [fence]).double(4, 0).all('gate')).toHaveLength(1);
    const drawn = driver('place-gate', [fence]).move(4, 0);
    expect(drawn.shown('gate')).toMatchObject({ at: { x: 4, y: 0 }, tag: 'G-1' });
    expect([drawn.cancel().undoDepth, drawn.editor.preview]).toEqual([0, null]);
  });

  test('the preview goes when its fence is deleted meanwhile', () => {
    const drawn = driver('place-gate', [fence]).move(4, 0);
    drawn.editor.commit({
      label: 'edit.delete',
      diff: new Map([[testId('fence'), { before: fence, after: null }]]),
    });
    expect(drawn.editor.preview?.diff.size).toBe(0);
  });
});
