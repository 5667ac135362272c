import { describe, expect, test } from 'vitest';
import { driver } from '../../../support/editor-driver.ts';
import { record, testId } from '../../../support/plan-builder.ts';

/*   camera 1 (0,5)   camera 2 (5,5)      wall 1 from (0,0) to (10,0)   */
const [first, second] = [
  record('camera', { id: 1, at: { x: 0, y: 5 } }),
  record('camera', { id: 2, at: { x: 5, y: 5 } }),
];
const wall = record('wall');
const site = [wall, first, second];

describe('clicks', () => {
  test('select one record, and bare ground none', () => {
    const drawn = driver('select', site).click(5, 5);
    expect(drawn.selected).toEqual([second.id]);
    expect(drawn.click(0, 5).selected).toEqual([first.id]);
    expect(drawn.click(20, 20).selected).toEqual([]);
    expect(drawn.undoDepth).toBe(0);
  });

  test('with Shift add and take away', () => {
    const drawn = driver('select', site).click(0, 5).click(5, 5, { shift: true });
    expect(drawn.selected).toEqual([first.id, second.id]);
    expect(drawn.click(0, 5, { shift: true }).selected).toEqual([second.id]);
    expect(drawn.click(20, 20, { shift: true }).selected).toEqual([second.id]);
  });

  test('on one of several selected records select it alone', () => {
    expect(driver('select', site).select(first.id, second.id).click(0, 5).selected).toEqual([first.id]);
  });

  test('a double click selects and changes nothing', () => {
    const drawn = driver('select', site).double(5, 5);
    expect([drawn.selected, drawn.undoDepth]).toEqual([[second.id], 0]);
  });

  test('pass over hidden and locked layers, other floors and locked pictures', () => {
    const layers = [record('layer', { id: 2, visible: false }), record('layer', { id: 3, locked: true })];
    const drawn = driver('select', [
      ...layers,
      record('floor', { id: 2, order: 1 }),
      record('camera', { id: 4, at: { x: 1, y: 1 }, layer: testId('layer', 2) }),
      record('camera', { id: 5, at: { x: 2, y: 1 }, layer: testId('layer', 3) }),
      record('camera', { id: 6, at: { x: 3, y: 1 }, floor: testId('floor', 2) }),
      record('underlay', { locked: true }),
    ]);
    for (const x of [1, 2, 3, 9]) expect(drawn.click(x, 1).selected).toEqual([]);
  });

  test('Escape selects nothing', () => {
    expect(driver('select', site).select(first.id).key('Escape').selected).toEqual([]);
  });
});

describe('dragging records', () => {
  test('moves the record under the pointer in one step and selects it', () => {
    const drawn = driver('select', site).drag([5, 5], [7, 8.5]);
    expect(drawn.all('camera')[1]?.at).toEqual({ x: 7, y: 8.5 });
    expect([drawn.undoDepth, drawn.selected]).toEqual([1, [second.id]]);
    drawn.editor.travel('undo');
    expect(drawn.all('camera')[1]).toEqual(second);
  });

  test('moves all that is selected when one of it is dragged', () => {
    const drawn = driver('select', site).select(first.id, second.id).drag([5, 5], [7, 8.5]);
    expect(drawn.all('camera').map(({ at }) => at)).toEqual([
      { x: 2, y: 8.5 },
      { x: 7, y: 8.5 },
    ]);
    expect([drawn.undoDepth, drawn.selected]).toEqual([1, [first.id, second.id]]);
  });

  test('the preview shows it on its way, with the distance', () => {
    const drawn = driver('select', site).down(5, 5).move(6, 5).move(8, 9);
    expect(drawn.shown('camera')?.at).toEqual({ x: 8, y: 9 });
    expect(drawn.editor.preview?.measure).toMatchObject({ length: 5, editable: true });
    expect(drawn.all('camera')[1]).toEqual(second);
  });

  test('a typed distance ends it exactly', () => {
    const drawn = driver('select', site).down(5, 5).move(6, 5).length(3.25).up(6, 5);
    expect([drawn.all('camera')[1]?.at, drawn.undoDepth]).toEqual([{ x: 8.25, y: 5 }, 1]);
  });

  test('the corner nearest to the grip snaps to what it comes near', () => {
    const fence = record('fence', {
      path: [
        { x: 20, y: 20 },
        { x: 30, y: 20 },
      ],
    });
    const drawn = driver('select', [wall, fence]).drag([9.8, 0], [19.85, 20.04]);
    expect(drawn.only('wall').b).toEqual({ x: 20, y: 20 });
  });

  test('Shift keeps the direction', () => {
    const drawn = driver('select', site).drag([5, 5], [9, 5.8], { shift: true });
    expect(drawn.all('camera')[1]?.at).toEqual({ x: 9, y: 5 });
  });

  test('an unsteady click moves nothing', () => {
    const drawn = driver('select', site).down(5, 5).move(5.02, 5.02).up(5.02, 5.02);
    expect([drawn.undoDepth, drawn.selected]).toEqual([0, [second.id]]);
  });

  test('takes the openings of a wall and what is mounted on it along', () => {
    const door = record('opening', { offset: 5 });
    const camera = record('camera', { at: { x: 3, y: 0.15 }, mountedOn: wall.id });
    const drawn = driver('select', [wall, door, camera]).drag([8, 0], [8, 4]);
    expect(drawn.only('camera').at).toEqual({ x: 3, y: 4.15 });
    expect(drawn.only('opening')).toEqual(door);
  });

  test('an opening slides along its wall', () => {
    const drawn = driver('select', [wall, record('opening', { offset: 5 })]).drag([5, 0], [7, 0.4]);
    expect(drawn.only('opening').offset).toBe(7);
  });

  test('a locked record stays, and it is said why', () => {
    const drawn = driver('select', [record('camera', { locked: true })]).drag([0, 0], [3, 3]);
    expect([drawn.refusal, drawn.undoDepth]).toEqual(['locked', 0]);
  });

  test.each(['cancel', 'Escape'] as const)('%s leaves all as it was', (end) => {
    const drawn = driver('select', site).down(5, 5).move(7, 7);
    if (end === 'cancel') drawn.cancel();
    else drawn.key('Escape');
    drawn.up(7, 7);
    expect([drawn.all('camera')[1], drawn.undoDepth, drawn.editor.preview]).toEqual([second, 0, null]);
  });

  test('deleted while it is dragged, it is gone and nothing breaks', () => {
    const drawn = driver('select', site).down(5, 5).move(7, 7);
    drawn.editor.commit({
      label: 'edit.delete',
      diff: new Map([[second.id, { before: second, after: null }]]),
    });
    expect(drawn.editor.preview?.diff.size).toBe(0);
    drawn.move(8, 8).up(8, 8);
    expect([drawn.all('camera').length, drawn.undoDepth]).toEqual([1, 1]);
  });

  test('a picture is moved only once it is selected', () => {
    const picture = record('underlay');
    const drawn = driver('select', [picture]).drag([2, 2], [4, 4]);
    expect(drawn.only('underlay')).toEqual(picture);
    drawn.click(2, 2).drag([2, 2], [4, 4.5]);
    expect(drawn.only('underlay').at).toEqual({ x: 2, y: 2.5 });
  });
});

/*   a fence from (0,0) to (10,0), cameras at (2,1) and (12,1)   */
describe('a box', () => {
  const fence = record('fence');
  const [left, right] = [
    record('camera', { id: 1, at: { x: 2, y: 1 } }),
    record('camera', { id: 2, at: { x: 12, y: 1 } }),
  ];
  const ground = [fence, left, right, record('underlay', { at: { x: 0, y: -2 } })];
  const sorted = (ids: readonly string[]) => [...ids].sort();

  test('drawn to the right selects what lies wholly inside, pictures aside', () => {
    expect(driver('select', ground).drag([-1, -3], [11, 6]).selected.toSorted()).toEqual(
      sorted([fence.id, left.id]),
    );
    expect(driver('select', ground).drag([1, 2], [8, -1]).selected).toEqual([left.id]);
  });

  test('drawn to the left selects what it touches as well', () => {
    expect(driver('select', ground).drag([8, 2], [1, -1]).selected.toSorted()).toEqual(
      sorted([fence.id, left.id]),
    );
    expect(driver('select', ground).drag([8, -0.5], [7, 0.5]).selected).toEqual([fence.id]);
  });

  test('with Shift adds to the selection', () => {
    const drawn = driver('select', ground).select(right.id).drag([1, 2], [3, 0.5], { shift: true });
    expect(drawn.selected).toEqual([right.id, left.id]);
  });

  test('inside a surface does not touch it', () => {
    const drawn = driver('select', [record('propertyLine')]).drag([6, 6], [4, 4]);
    expect(drawn.selected).toEqual([]);
    expect(drawn.drag([6, 6], [4, -1]).selected).toEqual([testId('propertyLine')]);
  });

  test('is shown while it is drawn, and cancelled without a trace', () => {
    const drawn = driver('select', ground).select(right.id).down(20, 20).move(30, 25);
    expect(drawn.editor.preview?.guides).toEqual([
      { type: 'box', from: { x: 20, y: 20 }, to: { x: 30, y: 25 } },
    ]);
    drawn.cancel().up(30, 25);
    expect([drawn.editor.preview, drawn.selected, drawn.undoDepth]).toEqual([null, [right.id], 0]);
  });

  test('leaves what is on a locked layer', () => {
    const drawn = driver('select', [record('layer', { locked: true }), fence, left]).drag([-1, -1], [11, 2]);
    expect(drawn.selected).toEqual([]);
  });
});
