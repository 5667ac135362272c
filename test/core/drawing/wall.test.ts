import { expect, test } from 'vitest';
import { drawRecord } from '../../../core/drawing/draw-record.ts';
import { inPaintOrder } from '../../../core/drawing/paint-order.ts';
import { sceneOf } from '../../../core/drawing/scene.ts';
import { joinedPaths } from '../../../core/drawing/sheet/joined-paths.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { record, testPlan } from '../../support/plan-builder.ts';

const at = (x: number, y: number) => ({ x, y });

/*      4 |
 *   0.2  |==== glass 0.1 from (0, 2) to (3, 2)
 *        |
 *      0 |      two opaque walls, one above the other  */
const lower = record('wall', { id: 1, a: at(0, 0), b: at(0, 2), thickness: 0.2 });
const upper = record('wall', { id: 2, a: at(0, 2), b: at(0, 4), thickness: 0.2 });
const glass = record('wall', { id: 3, a: at(0, 2), b: at(3, 2), thickness: 0.1, material: 'glass' });

function cornersOf(wall: RecordOf<'wall'>): readonly string[] {
  const [item] = drawRecord(wall, sceneOf(testPlan(lower, upper, glass)));
  if (item?.type !== 'path') throw new Error('A wall is a path.');
  return item.path
    .flatMap((step) => (step[0] === 'M' || step[0] === 'L' ? [`${step[1]} ${step[2]}`] : []))
    .toSorted();
}

test('glass ends at the face of the walls that pass its end', () => {
  expect(cornersOf(glass)).toEqual(['0.1 1.95', '0.1 2.05', '3 1.95', '3 2.05']);
});

test('walls that are filled go on past glass', () => {
  expect(cornersOf(lower).filter((corner) => corner.endsWith(' 2'))).toContain('0.1 2');
});

const looksOf = (wall: RecordOf<'wall'>) =>
  drawRecord(wall, sceneOf(testPlan(wall))).flatMap((item) =>
    item.type === 'path' ? [[item.fill?.ink ?? null, item.stroke?.ink ?? null, item.stroke?.dash]] : [],
  );

test('each state of a filled wall is told without its colour', () => {
  const inState = (state: RecordOf<'wall'>['state']) => looksOf({ ...lower, state });
  expect(inState('existing')).toEqual([['existing', 'existing', 'solid']]);
  expect(inState('proposed')).toEqual([
    ['proposedfill', 'proposed', 'solid'],
    ['proposedfill', null, undefined],
  ]);
  expect(inState('deficient')).toEqual([
    ['deficient', 'deficient', 'solid'],
    [null, 'paper', 'dashed'],
  ]);
  expect(inState('removed')).toEqual([[null, 'removed', 'dashed']]);
});

test('a deficient wall too short for a broken core has none', () => {
  expect(looksOf({ ...lower, state: 'deficient', b: at(0, 0.3) })).toHaveLength(1);
});

test('what is proposed lies beneath the walls that are filled, on a sheet and in the window', () => {
  const proposed = record('wall', { id: 4, a: at(0, 1), b: at(3, 1), state: 'proposed' });
  const scene = sceneOf(testPlan(lower, upper, proposed));
  const items = [lower, proposed, upper].flatMap((wall) => drawRecord(wall, scene));
  const inOrder = ['proposedfill', 'proposedfill', 'existing'];
  const paths = joinedPaths(items).filter((item) => item.type === 'path');
  expect(paths.map(({ fill }) => fill?.ink)).toEqual(inOrder);
  expect(inPaintOrder(items.filter((item) => item.type === 'path')).map(({ fill }) => fill?.ink)).toEqual([
    ...inOrder,
    'existing',
  ]);
});

test('what is proposed stays above the building that it stands in', () => {
  const proposed = record('wall', { id: 4, a: at(0, 1), b: at(3, 1), state: 'proposed' });
  const building = record('building', { id: 1 });
  const scene = sceneOf(testPlan(building, lower, proposed));
  const paths = [building, lower, proposed].flatMap((each) =>
    drawRecord(each, scene).filter((item) => item.type === 'path'),
  );
  const inks = inPaintOrder(paths).map(({ fill }) => fill?.ink);
  expect(inks).toEqual(['building', 'proposedfill', 'proposedfill', 'existing']);
});
