import { describe, expect, test } from 'vitest';
import type { Kind, PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { vertexLinesOf } from '../../../../core/plan/parts/vertices.ts';
import { driver, type EditorDriver } from '../../../support/editor-driver.ts';
import { placedKinds, record, testId } from '../../../support/plan-builder.ts';

const at = (x: number, y: number) => ({ x, y });
/*   3 (0,10) --- 2 (10,10)
 *   |                |
 *   0 (0,0) ---- 1 (10,0)   */
const area = record('area');
const ring = (drawn: EditorDriver) => drawn.only('area').ring.map(({ x, y }) => [x, y]);
const corner = ({ editor }: EditorDriver) => editor.preview?.corner?.vertex.index ?? null;

describe('a double click on a side of what is selected', () => {
  test('makes a corner there, chosen, in one step', () => {
    const drawn = driver('select', [area]).select(area.id).double(4, 0.02);
    expect(ring(drawn)).toEqual([
      [0, 0],
      [4, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ]);
    expect([drawn.undoDepth, drawn.selected, corner(drawn)]).toEqual([1, [area.id], 1]);
    drawn.editor.travel('undo');
    expect(drawn.only('area')).toEqual(area);
  });

  test('only when it was selected before, and on the side itself', () => {
    expect(driver('select', [area]).double(4, 0.02).undoDepth).toBe(0);
    expect(driver('select', [area]).select(area.id).double(4, 3).undoDepth).toBe(0);
    expect(driver('select', [area]).click(4, 0.02).double(4, 0.02).undoDepth).toBe(1);
  });

  test('cuts a wall in two', () => {
    const drawn = driver('select', [record('wall')])
      .select(testId('wall'))
      .double(4, 0.02);
    expect(drawn.all('wall').map(({ a, b }) => [a.x, b.x])).toEqual([
      [0, 4],
      [4, 10],
    ]);
    const door = driver('select', [record('wall'), record('opening')]).select(testId('wall'));
    expect([door.double(5.3, 0.09).undoDepth]).toEqual([0]);
  });
});

describe('a chosen corner', () => {
  const chosen = () => driver('select', [area]).select(area.id).click(10, 10);

  test('is removed without its record, and again, until three are left', () => {
    const drawn = chosen();
    expect([corner(drawn), drawn.editor.tool.hint]).toEqual([2, 'hint.select.corner']);
    drawn.act({ type: 'remove-corner' });
    expect([ring(drawn).length, corner(drawn)]).toEqual([3, 1]);
    expect([drawn.act({ type: 'remove-corner' }).refusal, ring(drawn).length]).toEqual(['last-corners', 3]);
  });

  test('moves by keys, as one step', () => {
    const drawn = chosen();
    for (let time = 0; time < 3; time++) drawn.act({ type: 'move-corner', by: at(0.1, 0) });
    expect([ring(drawn)[2], drawn.undoDepth, corner(drawn)]).toEqual([[10.3, 10], 1, 2]);
  });

  test('gets another one after it, which is chosen then', () => {
    const drawn = chosen().act({ type: 'add-corner', near: null });
    expect([ring(drawn)[3], corner(drawn)]).toEqual([[5, 10], 3]);
  });

  test('is left by Escape, another record or a click elsewhere', () => {
    const left = chosen().key('Escape');
    expect([corner(left), left.selected]).toEqual([null, [area.id]]);
    const other = chosen().select();
    expect([corner(other), other.editor.tool.hint]).toEqual([null, 'hint.select']);
    expect(corner(chosen().click(4, 4))).toBeNull();
  });

  test('stays chosen where it was dragged', () => {
    expect(corner(driver('select', [area]).select(area.id).drag([10, 10], [11, 12]))).toBe(2);
  });
});

test('the keys lead through all corners, holes as well, and round', () => {
  const holed = record('area', { holes: [[at(2, 2), at(3, 3), at(4, 2)]] });
  const drawn = driver('select', [holed]).select(holed.id);
  const lists = [1, 1, 1, 1, 1, 1, 1, 1].map((step) => {
    drawn.act({ type: 'go-to-corner', step: step as 1 });
    const { list, index } = drawn.editor.preview?.corner?.vertex ?? {};
    return `${list} ${index}`;
  });
  expect(lists).toEqual([
    ...[0, 1, 2, 3].map((index) => `ring ${index}`),
    ...[0, 1, 2].map((index) => `hole-0 ${index}`),
    'ring 0',
  ]);
  expect(corner(drawn.act({ type: 'go-to-corner', step: -1 }))).toBe(2);
});

test('without a chosen one the side nearest to the pointer gets it', () => {
  const drawn = driver('select', [area])
    .select(area.id)
    .act({ type: 'add-corner', near: at(6, 3) });
  expect([ring(drawn)[1], corner(drawn)]).toEqual([[6, 0], 1]);
});

test('every record of several points takes a corner more and gives it back', () => {
  const chained = placedKinds
    .map((kind: Kind): PlanRecord => record(kind))
    .filter((each) => vertexLinesOf(each).length > 0);
  expect(chained.length).toBeGreaterThan(12);
  for (const each of chained) {
    const drawn = driver('select', [each])
      .select(each.id)
      .act({ type: 'add-corner', near: at(5, 0) });
    const [longer] = [...drawn.editor.plan.tables[each.id.split(':')[0] as 'area'].values()];
    expect([each.id, longer && vertexLinesOf(longer)[0]?.points[1]]).toEqual([each.id, at(5, 0)]);
    drawn.act({ type: 'remove-corner' });
    expect([...drawn.editor.plan.tables[each.id.split(':')[0] as 'area'].values()]).toEqual([each]);
  }
});
