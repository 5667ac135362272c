import { describe, expect, test } from 'vitest';
import { driver } from '../../../support/editor-driver.ts';
import { record } from '../../../support/plan-builder.ts';

const bend = [
  { x: 0, y: 0 },
  { x: 5, y: 0 },
  { x: 5, y: 4 },
];

describe.each([
  ['draw-fence', 'fence'],
  ['draw-road', 'road'],
] as const)('%s', (tool, kind) => {
  test('points by clicks, one commit at the end by Enter or a double click', () => {
    const drawn = driver(tool).click(0, 0).click(5, 0).click(5, 4);
    expect(drawn.undoDepth).toBe(0);
    drawn.key('Enter');
    expect([drawn.only(kind).path, drawn.undoDepth, drawn.selected]).toEqual([
      bend,
      1,
      [drawn.only(kind).id],
    ]);
    expect(driver(tool).click(0, 0).click(5, 0).double(5, 4).only(kind).path).toEqual(bend);
  });

  test('by dragging from point to point', () => {
    const drawn = driver(tool).drag([0, 0], [5, 0]).key('Enter');
    expect(drawn.only(kind).path).toEqual(bend.slice(0, 2));
  });

  test('Escape and cancel leave nothing', () => {
    expect(driver(tool).click(0, 0).click(5, 0).key('Escape').undoDepth).toBe(0);
    const cancelled = driver(tool).click(0, 0).click(5, 0).cancel();
    expect([cancelled.undoDepth, cancelled.editor.preview]).toEqual([0, null]);
  });

  test('one point is refused', () => {
    const drawn = driver(tool).click(0, 0).key('Enter');
    expect([drawn.refusal, drawn.undoDepth]).toEqual(['too-few-points', 0]);
  });

  test('typed lengths, refused while there is no direction or no length', () => {
    const drawn = driver(tool).click(0, 0).length(3);
    expect(drawn.refusal).toBe('no-direction');
    expect(drawn.move(0, 1).length(0).refusal).toBe('no-length');
    expect(drawn.length(3).key('Enter').only(kind).path).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 3 },
    ]);
  });
});

test('a fence is closed by a click on its first post; a road comes back to its beginning', () => {
  const fence = driver('draw-fence').click(0, 0).click(5, 0).click(5, 4).click(0, 0);
  expect(fence.only('fence')).toMatchObject({ path: bend, closed: true });
  const road = driver('draw-road').click(0, 0).click(5, 0).click(5, 4).click(0, 0).key('Enter');
  expect(road.only('road').path).toEqual([...bend, { x: 0, y: 0 }]);
});

test('the preview of a fence closes when the pointer is at the first post', () => {
  const drawn = driver('draw-fence').click(0, 0).click(5, 0).click(5, 4).move(0.03, 0);
  expect(drawn.shown('fence')).toMatchObject({ path: bend, closed: true });
});

describe('place-barrier', () => {
  test('two clicks place one and the tool stays armed; tags number themselves by type', () => {
    const drawn = driver('place-barrier').click(0, 0).click(5, 0).click(0, 2).click(5, 2);
    expect(drawn.all('barrier').map(({ tag, path }) => [tag, path.length])).toEqual([
      ['J-1', 2],
      ['J-2', 2],
    ]);
    expect([drawn.undoDepth, drawn.editor.tool.id]).toEqual([2, 'place-barrier']);
  });

  test('Control goes on to a further point', () => {
    const drawn = driver('place-barrier').click(0, 0).click(5, 0, { ctrl: true }).click(5, 4);
    expect(drawn.only('barrier').path).toEqual(bend);
  });

  test('by dragging, and by a typed length', () => {
    expect(driver('place-barrier').drag([0, 0], [5, 0]).only('barrier').path).toEqual(bend.slice(0, 2));
    const typed = driver('place-barrier').click(0, 0).move(1, 0).length(5);
    expect(typed.only('barrier').path).toEqual(bend.slice(0, 2));
  });

  test('a double click places nothing more', () => {
    const drawn = driver('place-barrier').click(0, 0).double(5, 0);
    expect([drawn.all('barrier').length, drawn.refusal]).toEqual([1, null]);
    expect(driver('place-barrier').double(0, 0).undoDepth).toBe(0);
  });

  test('takes the armed device, and tags its kind', () => {
    const armed = {
      barrier: { type: 'wedge', mode: 'active', device: 'wedge-m50', rating: 'M50-P1' },
    } as const;
    const drawn = driver('place-barrier', [], { records: armed }).click(0, 0).click(4, 0);
    expect(drawn.only('barrier')).toMatchObject({ ...armed.barrier, tag: 'WB-1', state: 'proposed' });
  });
});

describe('place-bollards', () => {
  test('a row from one end to the other', () => {
    const drawn = driver('place-bollards').click(0, 0).click(7, 0);
    expect(drawn.only('bollards')).toMatchObject({
      path: [
        { x: 0, y: 0 },
        { x: 7, y: 0 },
      ],
      tag: 'B-1',
    });
  });

  test('Enter after one click places a single one; a double click places none', () => {
    expect(driver('place-bollards').click(1, 1).key('Enter').only('bollards').path).toEqual([{ x: 1, y: 1 }]);
    expect(driver('place-bollards').double(1, 1).undoDepth).toBe(0);
    expect(driver('place-bollards').click(0, 0).double(7, 0).all('bollards')).toHaveLength(1);
  });

  test('the preview carries the tag that the row will have', () => {
    const drawn = driver('place-bollards', [record('bollards', { tag: 'B-4' })])
      .click(0, 3)
      .move(5, 3);
    expect(drawn.shown('bollards')?.tag).toBe('B-5');
  });
});
