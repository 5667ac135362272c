import { describe, expect, test } from 'vitest';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { inOrder } from '../../../core/plan/plan.ts';
import { planBounds } from '../../../core/plan/shape.ts';
import { buildIndex } from '../../../core/plan/spatial-index.ts';
import { referencePlan } from '../../../core/reference/reference-plan.ts';
import type { SnapKind } from '../../../renderer/editor/snap/snap-kinds.ts';
import { noMemory, type SnapMemory } from '../../../renderer/editor/snap/snap-scene.ts';
import { snapPoint } from '../../../renderer/editor/snap/snapping.ts';
import type { Snap, SnapOptions } from '../../../renderer/editor/tool.ts';
import { changedView, type View } from '../../../renderer/editor/view.ts';
import { byPart, type FlatView } from '../../support/flat-view.ts';
import { firstLayer, record, siteFloor, testId, testPlan } from '../../support/plan-builder.ts';

const view: View = {
  lens: {
    floor: siteFloor,
    states: 'both',
    isolated: null,
    ghost: false,
    coverage: null,
    group: null,
    sheet: null,
    worst: null,
  },
  drawing: { layer: firstLayer, grid: false, gridStep: 1, measuring: 'distance' },
  snaps: { isOn: true, off: new Set(), ortho: false, angleStepDeg: 15 },
  armed: { records: {}, template: null },
};
const free: SnapOptions = { from: null, drawn: [], except: new Set(), ortho: false };

type Change = {
  readonly options?: Partial<SnapOptions>;
  readonly view?: FlatView;
  readonly memory?: SnapMemory;
};

/** 100 pixels a metre: what lies within 0.1 m attracts. */
function sceneOf(records: readonly PlanRecord[]) {
  const plan = testPlan(...records);
  const index = buildIndex(plan);
  return (x: number, y: number, change: Change = {}) =>
    snapPoint(
      { x, y },
      { ...free, ...change.options },
      {
        plan,
        index,
        view: changedView(view, byPart(change.view ?? {})).view,
        pixelsPerMetre: 100,
        hold: null,
        memory: change.memory ?? noMemory,
      },
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
    expect(others(1.05, 1).name).toBe('centre');
    expect(others(2.06, 2.08).name).toBe('none');
    expect(others(3.01, 3.01).name).toBe('none');
  });

  test('nothing does while snapping is off', () => {
    expect(snap(0.05, 0.06, { view: { isOn: false, grid: true } }).name).toBe('none');
  });
});

describe('places that geometry gives', () => {
  test('the centre of a ring, of an arc and of every bollard', () => {
    const round = sceneOf([
      record('area', {
        ring: [
          [0, 0],
          [4, 0],
          [4, 2],
          [0, 2],
        ].map(([x = 0, y = 0]) => ({ x, y })),
      }),
      record('wall', { id: 2, a: { x: 10, y: 0 }, b: { x: 14, y: 0 }, bulge: 1 }),
      record('bollards', { path: [20, 22.8].map((x) => ({ x, y: 5 })), spacing: 1.4 }),
    ]);
    expect(round(2.03, 1.04)).toMatchObject({ at: { x: 2, y: 1 }, name: 'centre' });
    expect(round(12.03, 0.04)).toMatchObject({ at: { x: 12, y: 0 }, name: 'centre' });
    expect(round(21.35, 5.02)).toMatchObject({ name: 'middle' });
    expect(round(22.75, 5.02)).toMatchObject({ at: { x: 22.8, y: 5 }, name: 'end' });
  });

  test('where a line from the last point meets an edge squarely, before the edge itself', () => {
    const options = { from: { x: 7, y: -2 } };
    expect(snap(7.05, 0.03, { options })).toMatchObject({ at: { x: 7, y: 0 }, name: 'perpendicular' });
    expect(snap(7.3, 0.03, { options })).toMatchObject({ name: 'edge' });
  });

  test('where a line from the last point touches a bollard', () => {
    const single = sceneOf([record('bollards', { path: [{ x: 0, y: 0 }], diameter: 1 })]);
    const options = { from: { x: -1, y: 0 } };
    expect(single(-0.22, 0.45, { options })).toMatchObject({ at: { x: -0.25, y: 0.433 }, name: 'tangent' });
  });

  /*   (0,0)-----(3,0)   . (5,0)
   *                     |
   *                   (5,-2)  up to (5,-1)                                   */
  const apart = sceneOf([
    record('wall', { id: 1, a: { x: 0, y: 0 }, b: { x: 4.5, y: 0 } }),
    record('wall', { id: 2, a: { x: 5, y: -3 }, b: { x: 5, y: -0.6 } }),
  ]);

  test('beyond an end along its edge, and where two edges would meet', () => {
    expect(apart(4.75, 0.03)).toMatchObject({ at: { x: 4.75, y: 0 }, name: 'extension' });
    expect(apart(5.03, 0.04)).toMatchObject({ at: { x: 5, y: 0 }, name: 'apparent' });
    const view = { off: new Set(['apparent' as const]) };
    expect(apart(5.03, 0.04, { view }).name).toBe('extension');
  });

  test('parallel to an edge that the pointer passed', () => {
    const memory = {
      taken: null,
      passed: [
        [
          { x: 0, y: 0 },
          { x: 4, y: 3 },
        ] as const,
      ],
    };
    const options = { from: { x: 20, y: 20 } };
    expect(snap(24.02, 22.98, { options, memory })).toMatchObject({
      at: { x: 24.003, y: 23.002 },
      name: 'parallel',
    });
    expect(snap(24.02, 22.98, { options }).name).toBe('none');
  });

  test('in even directions from the last point', () => {
    const options = { from: { x: 20, y: 20 } };
    expect(snap(23.01, 23, { options })).toMatchObject({ at: { x: 23.005, y: 23.005 }, name: 'angle' });
    const view = { angleStepDeg: 90 };
    expect(snap(23.01, 23, { options, view }).name).toBe('none');
  });

  test('each kind can be switched off', () => {
    const off = (...names: SnapKind[]) => ({ view: { off: new Set(names) } });
    expect(snap(0.05, 0.06, off('end')).name).toBe('edge');
    expect(snap(0.05, 0.06, off('end', 'edge', 'ortho')).name).toBe('none');
    expect(snap(4.05, 0.05, off('intersection')).name).toBe('edge');
  });
});

describe('what was taken', () => {
  const end = { at: { x: 0, y: 0 }, name: 'end', guides: [] } as const;
  const memory = { taken: end, passed: [] };

  test('is kept until the pointer is clearly off it', () => {
    expect(snap(0.13, 0.02, { memory }).name).toBe('end');
    expect(snap(0.13, 0.02).name).toBe('edge');
    expect(snap(0.16, 0.02, { memory }).name).toBe('edge');
  });

  test('yields to another place of its kind only when that is clearly nearer', () => {
    const close = sceneOf([
      record('camera', { id: 1, at: { x: 0, y: 0 } }),
      record('camera', { id: 2, at: { x: 0.06, y: 0 } }),
    ]);
    const held = { memory: { taken: { ...end, name: 'centre' as const }, passed: [] } };
    expect(close(0.035, 0, held).at).toEqual({ x: 0, y: 0 });
    expect(close(0.035, 0).at).toEqual({ x: 0.06, y: 0 });
    expect(close(0.055, 0, held).at).toEqual({ x: 0.06, y: 0 });
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

  test('no crossing attracts over a picture that is shown, and those beside it do', () => {
    const grid = { grid: true, gridStep: 0.5 };
    const picture = { at: { x: 0, y: 0 }, widthPx: 1000, heightPx: 500, metresPerPixel: 0.01 };
    // Turned by 45 degrees: its box holds more than it covers.
    const turned = sceneOf([record('underlay', { ...picture, rotation: Math.PI / 4, locked: true })]);
    expect(turned(0.04, 3.03, { view: grid })).toMatchObject({ at: { x: 0.04, y: 3.03 }, name: 'none' });
    expect(turned(3.04, 0.03, { view: grid })).toMatchObject({ at: { x: 3, y: 0 }, name: 'grid' });
    const hidden = sceneOf([record('layer', { visible: false }), record('underlay', picture)]);
    expect(hidden(3.04, 3.03, { view: grid }).name).toBe('grid');
    const options = { from: { x: 1, y: 1.25 }, ortho: true };
    expect(sceneOf([record('underlay', picture)])(3.04, 1.3, { view: grid, options }).at.x).toBe(3.04);
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
    expect(locked(2.6, -0.06, { view: { isOn: false } }).at).toEqual({ x: 2, y: -0.06 });
  });
});

describe('speed', () => {
  test('a place among 20,000 records is found in about 2 ms, whatever is on and remembered', () => {
    const { plan } = referencePlan('campus', 1);
    const index = buildIndex(plan);
    const [floor] = inOrder(plan, 'floor');
    const box = planBounds(plan, floor?.id);
    if (!floor || !box) throw new Error('The campus has a floor with something on it.');
    const passed = [
      [
        { x: 0, y: 0 },
        { x: 4, y: 3 },
      ] as const,
    ];
    const medians = [1.4, 14, 140].map((pixelsPerMetre) => {
      let taken: Snap | null = null;
      const times = Array.from({ length: 200 }, (_, number) => {
        const x = box.minX + ((box.maxX - box.minX) * ((number * 37) % 200)) / 200;
        const y = box.minY + ((box.maxY - box.minY) * number) / 200;
        const seen = { ...view, floor: floor.id, grid: true };
        const scene = { plan, index, view: seen, pixelsPerMetre, hold: null, memory: { taken, passed } };
        const begun = performance.now();
        taken = snapPoint(
          { x, y },
          { ...free, from: { x: x - 3, y: y - 2 }, ortho: number % 4 === 0 },
          scene,
        );
        return performance.now() - begun;
      });
      return times.sort((first, second) => first - second)[100] ?? Number.NaN;
    });
    // 2 ms on the machine that the budget is for; more only for what else runs beside the test.
    expect(medians.filter((median) => !(median < 8))).toEqual([]);
  });
});
