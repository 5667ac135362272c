import { expect, test } from 'vitest';
import { drawRecord } from '../../../core/drawing/draw-record.ts';
import { sceneOf } from '../../../core/drawing/scene.ts';
import type { RecordOf } from '../../../core/plan/records/index.ts';
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
