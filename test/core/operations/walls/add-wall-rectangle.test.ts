import { describe, expect, test } from 'vitest';
import { addWallRectangle } from '../../../../core/operations/walls/add-wall-rectangle.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { firstLayer, granted, idSource, record, siteFloor, testPlan } from '../../../support/plan-builder.ts';

const fields = { floor: siteFloor, layer: firstLayer, thickness: 0.3 };
const rectangle = (width: number, height: number) => ({
  at: { x: 2, y: 1 },
  width,
  height,
  fields,
  newId: () => newId('wall'),
});
const newId = idSource();

/*  (2,6) --- (10,6)
 *    |         |        four walls one after the other, anticlockwise from the lower left corner
 *  (2,1) --- (10,1)  */
describe('addWallRectangle', () => {
  test('draws four walls that meet, of the given sides and fields', () => {
    const after = applyDiff(testPlan(), granted(addWallRectangle(testPlan(), rectangle(8, 5))));
    const walls = [...after.tables.wall.values()];
    expect(walls.map(({ a, b }) => [a.x, a.y, b.x, b.y])).toEqual([
      [2, 1, 10, 1],
      [10, 1, 10, 6],
      [10, 6, 2, 6],
      [2, 6, 2, 1],
    ]);
    expect(walls.every(({ thickness, layer }) => thickness === 0.3 && layer === firstLayer)).toBe(true);
  });

  test.each([
    ['without a width', rectangle(0, 5), 'too-short'],
    ['without a height', rectangle(8, 0.004), 'too-short'],
    ['beyond the largest coordinate', rectangle(1e7, 5), 'invalid-record'],
    ['of no number', rectangle(Number.NaN, 5), 'invalid-record'],
  ])('draws none %s', (_, given, reason) => {
    expect(addWallRectangle(testPlan(), given)).toEqual({ ok: false, error: reason });
  });

  test('draws none when one of its walls would lie on another', () => {
    const plan = testPlan(record('wall', { a: { x: 10, y: 0 }, b: { x: 10, y: 9 } }));
    expect(addWallRectangle(plan, rectangle(8, 5))).toEqual({ ok: false, error: 'covers-existing-wall' });
  });
});
