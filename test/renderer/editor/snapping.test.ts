import { describe, expect, test } from 'vitest';
import { inOrder } from '../../../core/plan/plan.ts';
import type { PlanRecord } from '../../../core/plan/records/index.ts';
import { planBounds } from '../../../core/plan/shape.ts';
import { buildIndex } from '../../../core/plan/spatial-index.ts';
import { referencePlan } from '../../../core/reference/reference-plan.ts';
import { snapPoint } from '../../../renderer/editor/snapping.ts';
import type { SnapOptions, View } from '../../../renderer/editor/tool.ts';
import { firstLayer, record, siteFloor, testId, testPlan } from '../../support/plan-builder.ts';

const view: View = {
  floor: siteFloor,
  layer: firstLayer,
  snapping: true,
  ortho: false,
  grid: false,
  gridStep: 1,
  coverage: false,
  armed: {},
};
const free: SnapOptions = { from: null, drawn: [], except: new Set(), ortho: false };

type Change = { readonly options?: Partial<SnapOptions>; readonly view?: Partial<View> };

/** 100 pixels a metre: what lies within 0.1 m attracts. */
function sceneOf(records: readonly PlanRecord[]) {
  const plan = testPlan(...records);
  const index = buildIndex(plan);
  return (x: number, y: number, change: Change = {}) =>
    snapPoint(
      { x, y },
      { ...free, ...change.options },
      { plan, index, view: { ...view, ...change.view }, pixelsPerMetre: 100, hold: null },
    );
}

/*   wall 2  (4,3)
 *            |
 *   (0,0)----+----(10,0)   wall 1, crossed at (4,0), middle at (5,0)
 *            |
 *          (4,-3)                                                         */
const snap = sceneOf([
  record('wall', { id: 1, a: { x: 0, y: 0 }, b: { x: 10, y: 0 } }),
  record('wall', { id: 2, a: { x: 4, y: -3 }, b: { x: 4, y: 3.5 } }),
]);

describe('what attracts the pointer', () => {
  test('an end, the middle, a crossing, an edge, each marked', () => {
    expect(snap(0.05, 0.06)).toEqual({
      at: { x: 0, y: 0 },
      name: 'end',
      guides: [{ type: 'mark', at: { x: 0, y: 0 }, name: 'end' }],
    });
    expect(snap(5.04, -0.03)).toMatchObject({ at: { x: 5, y: 0 }, name: 'middle' });
    expect(snap(4.05, 0.05)).toMatchObject({ at: { x: 4, y: 0 }, name: 'intersection' });
    expect(snap(7.2, 0.08)).toMatchObject({ at: { x: 7.2, y: 0 }, name: 'edge' });
  });

  test('beyond ten pixels nothing does, and the place is the pointer to the millimetre', () => {
    expect(snap(7.20049, 0.11)).toEqual({ at: { x: 7.2, y: 0.11 }, name: 'none', guides: [] });
  });

  test('a farther end before a nearer edge', () => {
    expect(snap(0.09, 0.01)).toMatchObject({ name: 'end' });
  });

  test('what is being dragged does not, nor what is on a hidden layer', () => {
    expect(snap(0.05, 0, { options: { except: new Set([testId('wall', 1)]) } }).name).toBe('none');
    const hidden = sceneOf([record('layer', { visible: false }), record('wall', { id: 1 })]);
    expect(hidden(0.05, 0).name).toBe('none');
  });

  test('points of what is being drawn do, as ends', () => {
    const options = { drawn: [{ x: -3, y: -3 }] };
    expect(snap(-3.04, -2.95, { options })).toMatchObject({ at: { x: -3, y: -3 }, name: 'end' });
  });

  test('a device by its place, a picture and a text not at all', () => {
    const others = sceneOf([
      record('camera', { at: { x: 1, y: 1 } }),
      record('text', { at: { x: 2, y: 2 } }),
      record('underlay', { at: { x: 3, y: 3 } }),
    ]);
    expect(others(1.05, 1).name).toBe('end');
    expect(others(2.06, 2.08).name).toBe('none');
    expect(others(3.01, 3.01).name).toBe('none');
  });

  test('nothing does while snapping is off', () => {
    expect(snap(0.05, 0.06, { view: { snapping: false, grid: true } }).name).toBe('none');
  });
});

describe('the grid and alignment', () => {
  const far = { x: -20, y: -20 };

  test('a crossing of grid lines attracts after everything else', () => {
    const grid = { grid: true, gridStep: 0.5 };
    expect(snap(far.x + 0.04, far.y + 0.06, { view: grid })).toMatchObject({ at: far, name: 'grid' });
    expect(snap(0.04, 0.06, { view: grid }).name).toBe('end');
    expect(snap(far.x + 0.2, far.y, { view: grid }).name).toBe('none');
  });

  test('level with an end not far away, with a line to it', () => {
    expect(snap(10.03, 1.2)).toEqual({
      at: { x: 10, y: 1.2 },
      name: 'ortho',
      guides: [{ type: 'line', from: { x: 10, y: 0 }, to: { x: 10, y: 1.2 } }],
    });
    expect(snap(10.03, 2.2).name).toBe('none');
  });

  test('level with the last point and with the first one drawn', () => {
    const from = { x: -20, y: -25 };
    const options = { from, drawn: [{ x: -30, y: -20 }, from] };
    expect(snap(-20.02, -20.03, { options })).toMatchObject({ at: { x: -20, y: -20 }, name: 'ortho' });
  });
});

describe('orthogonal lock', () => {
  const from = { x: 2, y: -2 };
  const locked = (x: number, y: number, change: Change = {}) =>
    snap(x, y, { ...change, options: { from, ortho: true, ...change.options } });

  test('keeps the place level with the last point along the longer way, with a line to it', () => {
    expect(locked(-3.456, -1)).toEqual({
      at: { x: -3.456, y: -2 },
      name: 'ortho',
      guides: [{ type: 'line', from, to: { x: -3.456, y: -2 } }],
    });
    expect(locked(3, -9).at).toEqual({ x: 2, y: -9 });
  });

  test('stops where the line meets an edge', () => {
    expect(locked(2.6, -0.06)).toMatchObject({ at: { x: 2, y: 0 }, name: 'intersection' });
    expect(locked(4.05, -1.5)).toMatchObject({ at: { x: 4, y: -2 }, name: 'intersection' });
  });

  test('stops level with an end that the pointer is at', () => {
    expect(locked(9.95, 0.05)).toEqual({
      at: { x: 10, y: -2 },
      name: 'ortho',
      guides: [
        { type: 'line', from, to: { x: 10, y: -2 } },
        { type: 'line', from: { x: 10, y: 0 }, to: { x: 10, y: -2 } },
      ],
    });
  });

  test('takes an end that lies on the line', () => {
    expect(locked(9.95, 0.3, { options: { from: { x: 20, y: 0 } } })).toMatchObject({
      at: { x: 10, y: 0 },
      name: 'end',
    });
  });

  test('goes by the grid along the line', () => {
    const grid = { grid: true, gridStep: 1 };
    expect(locked(-2.94, -1.5, { view: grid }).at).toEqual({ x: -3, y: -2 });
  });

  test('is on by the view or by Shift, and off by both', () => {
    expect(snap(-7, -4, { view: { ortho: true }, options: { from } }).at.y).toBe(-2);
    expect(locked(-7, -4, { view: { ortho: true } }).at.y).toBe(-4);
  });

  test('holds while snapping is off', () => {
    expect(locked(2.6, -0.06, { view: { snapping: false } }).at).toEqual({ x: 2, y: -0.06 });
  });
});

describe('speed', () => {
  test('a place among 20,000 records is found in less than 2 ms', () => {
    const { plan } = referencePlan('campus', 1);
    const index = buildIndex(plan);
    const [floor] = inOrder(plan, 'floor');
    const box = planBounds(plan, floor?.id);
    if (!floor || !box) throw new Error('The campus has a floor with something on it.');
    const medians = [1.4, 14, 140].map((pixelsPerMetre) => {
      const times = Array.from({ length: 100 }, (_, number) => {
        const x = box.minX + ((box.maxX - box.minX) * ((number * 37) % 100)) / 100;
        const y = box.minY + ((box.maxY - box.minY) * number) / 100;
        const scene = { plan, index, view: { ...view, floor: floor.id }, pixelsPerMetre, hold: null };
        const begun = performance.now();
        snapPoint({ x, y }, { ...free, from: { x: x - 3, y: y - 2 }, ortho: number % 2 === 0 }, scene);
        return performance.now() - begun;
      });
      return times.sort((first, second) => first - second)[50] ?? Number.NaN;
    });
    expect(medians.filter((median) => !(median < 2))).toEqual([]);
  });
});
