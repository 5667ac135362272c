import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, cross, type Point, polar, samePoint } from '../../../../core/geometry/point.ts';
import { isInRing, isSelfCrossing, ringArea } from '../../../../core/geometry/polygon.ts';
import { MITRE_LIMIT } from '../../../../core/geometry/polyline.ts';
import { distanceToSegment } from '../../../../core/geometry/segment.ts';
import { type Joint, jointOf } from '../../../../core/geometry/walls/wall-joint.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { wallBody } from '../../../../core/plan/walls/wall-body.ts';
import { record } from '../../../support/plan-builder.ts';
import { between, settings } from '../../geometry/arbitraries.ts';

type Wall = RecordOf<'wall'>;
type Ring = readonly Point[];

const at = (x: number, y: number) => ({ x, y });

function bodiesOf(walls: readonly Wall[]): readonly Ring[] {
  const wallsAt = (point: Point) => walls.filter(({ a, b }) => samePoint(a, point) || samePoint(b, point));
  return walls.map((wall) => wallBody(wall, wallsAt) ?? []);
}

const isCovered = (point: Point, rings: readonly Ring[]) =>
  rings.some(
    (ring) =>
      isInRing(point, ring) ||
      // Two bodies share an edge only as exactly as their corners were computed.
      ring.some(
        (start, index) => distanceToSegment(point, start, ring[(index + 1) % ring.length] ?? start) < 1e-9,
      ),
  );

/*  Nodes on a grid of 4 m, each off its place by up to 1 m; a wall between each two neighbours that is there.
 *   o---o   o
 *   | \     |      right, up and both diagonals: corners, T and X joints of up to eight walls
 *   o---o---o  */
const SIDE = 3;
const networks = { ...settings, numRuns: 80 };
const steps = [
  [1, 0],
  [0, 1],
  [1, 1],
  [-1, 1],
] as const;

const body = fc.record({
  isThere: fc.boolean(),
  turned: fc.boolean(),
  thickness: fc.integer({ min: 50, max: 600 }).map((mm) => mm / 1000),
  alignment: fc.constantFrom('centre', 'left', 'right'),
});
const network = fc
  .tuple(
    fc.array(fc.tuple(between(-1, 1), between(-1, 1)), { minLength: SIDE * SIDE, maxLength: SIDE * SIDE }),
    fc.array(body, { minLength: SIDE * SIDE * steps.length, maxLength: SIDE * SIDE * steps.length }),
  )
  .map(([shifts, bodies]): readonly Wall[] => {
    const nodes = shifts.map(([dx, dy], index) =>
      at(
        Math.round((4 * (index % SIDE) + dx) * 1000) / 1000,
        Math.round((4 * Math.floor(index / SIDE) + dy) * 1000) / 1000,
      ),
    );
    return bodies.flatMap(({ isThere, turned, ...fields }, index): Wall[] => {
      const from = Math.floor(index / steps.length);
      const [right, up] = steps[index % steps.length] ?? [0, 0];
      const [column, row] = [(from % SIDE) + right, Math.floor(from / SIDE) + up];
      const [a, b] = [nodes[from], nodes[row * SIDE + column]];
      if (!isThere || !a || !b || column < 0 || column >= SIDE) return [];
      return [record('wall', { id: index + 1, ...(turned ? { a: b, b: a } : { a, b }), ...fields })];
    });
  });

type Meeting = { readonly point: Point; readonly joints: readonly Joint[] };

function meetingsOf(walls: readonly Wall[]): readonly Meeting[] {
  const points = walls.flatMap(({ a, b }) => [a, b]);
  const different = points.filter(
    (point, index) => points.findIndex((other) => samePoint(other, point)) === index,
  );
  return different.map((point) => ({
    point,
    joints: walls.flatMap((wall) =>
      (['a', 'b'] as const).flatMap((end) => (samePoint(wall[end], point) ? [jointOf(wall, end)] : [])),
    ),
  }));
}

/** Places of a wall near a joint, across all of its thickness. */
function placesOf({ direction, left, right }: Joint): readonly Point[] {
  const across = [0.02, 0.25, 0.5, 0.75, 0.98].map((part) => -right + (left + right) * part);
  return [0.001, 0.05, 0.15, 0.3, 0.6].flatMap((along) =>
    across.map((aside) => add(polar(direction, along), polar(direction + Math.PI / 2, aside))),
  );
}

/** Whether a place of one wall lies behind the far face of another one that meets it, where that one cuts it off. */
function isBehind(place: Point, own: Joint, other: Joint): boolean {
  const turn = Math.sin(other.direction - own.direction);
  const toTheLeft = cross(polar(other.direction, 1), place);
  return turn > 0 ? toTheLeft > other.left : -toTheLeft > other.right;
}

describe('joints over random networks of walls', () => {
  test('have no gap, whatever their angles, thicknesses and alignments', () => {
    fc.assert(
      fc.property(network, (walls) => {
        const rings = bodiesOf(walls);
        for (const { point, joints } of meetingsOf(walls)) {
          for (const own of joints) {
            const others = joints.filter((other) => other !== own);
            const kept = placesOf(own).filter((place) =>
              others.every((other) => !isBehind(place, own, other)),
            );
            const open = kept.map((place) => add(point, place)).filter((place) => !isCovered(place, rings));
            expect(open).toEqual([]);
          }
        }
      }),
      networks,
    );
  });

  test('of walls about their lines cover a disc of half the thinnest', () => {
    fc.assert(
      fc.property(network, (some) => {
        const walls = some.map((wall) => ({ ...wall, alignment: 'centre' as const }));
        const rings = bodiesOf(walls);
        for (const { point, joints } of meetingsOf(walls)) {
          if (joints.length < 2) continue;
          const radius = Math.min(...joints.map(({ left }) => left)) * 0.98;
          for (let step = 0; step < 60; step++) {
            const place = add(point, polar(step * 2.399_963, radius * Math.sqrt((step + 0.5) / 60)));
            expect(isCovered(place, rings), `${place.x} ${place.y}`).toBe(true);
          }
        }
      }),
      networks,
    );
  });

  test('have no spike: no outline leaves its wall by more than a mitre, and each is a plain ring', () => {
    fc.assert(
      fc.property(network, (walls) => {
        const thickest = Math.max(...walls.map(({ thickness }) => thickness), 0);
        for (const [index, ring] of bodiesOf(walls).entries()) {
          const { a, b } = walls[index] ?? { a: at(0, 0), b: at(0, 0) };
          const away = Math.max(...ring.map((corner) => distanceToSegment(corner, a, b)));
          expect(away).toBeLessThanOrEqual(MITRE_LIMIT * thickest + 1e-6);
          expect(isSelfCrossing(ring)).toBe(false);
          expect(ringArea(ring)).toBeGreaterThan(0);
        }
      }),
      networks,
    );
  });
});

describe('a filled wall that meets glass or mesh alone', () => {
  const around = fc.tuple(
    fc.integer({ min: 50, max: 600 }),
    fc.uniqueArray(fc.tuple(between(0.3, 2 * Math.PI - 0.3), fc.integer({ min: 50, max: 600 })), {
      minLength: 1,
      maxLength: 3,
      // Panes over each other are no joint.
      comparator: ([first], [second]) => Math.abs(first - second) < 0.8,
    }),
  );

  const star = around.map(([thick, panes]) => [
    record('wall', { id: 1, a: at(0, 0), b: at(5, 0), thickness: thick / 1000 }),
    ...panes.map(([direction, thin], index) =>
      record('wall', {
        id: index + 2,
        a: at(0, 0),
        b: polar(direction, 5),
        thickness: thin / 1000,
        material: 'glass',
      }),
    ),
  ]);

  test('ends square, and there is no gap at the joint', () => {
    fc.assert(
      fc.property(star, (walls) => {
        const rings = bodiesOf(walls);
        const [filled = []] = rings;
        expect(filled).toHaveLength(4);
        expect(rings.map(isSelfCrossing)).toEqual(rings.map(() => false));
        const [by, ...panes] = walls.map((wall) => jointOf(wall, 'a'));
        if (!by) throw new Error('There is a filled wall.');
        for (const own of [by, ...panes]) {
          for (const place of placesOf(own).filter((each) => own === by || !isBehind(each, own, by))) {
            expect(isCovered(place, rings), `${place.x} ${place.y}`).toBe(true);
          }
        }
      }),
      settings,
    );
  });

  /*       | |
   *       |_|
   *   ______|      the filled wall goes through to the far face of the pane
   *   ______|  */
  test('at a right angle goes through to the far face of the pane', () => {
    const walls = [
      record('wall', { id: 1, a: at(-5, 0), b: at(0, 0), thickness: 0.2 }),
      record('wall', { id: 2, a: at(0, 0), b: at(0, 5), thickness: 0.1, material: 'glass' }),
    ];
    const rounded = bodiesOf(walls).map((ring) =>
      ring.map(({ x, y }) => at(Math.round(x * 1e6) / 1e6 + 0, Math.round(y * 1e6) / 1e6 + 0)),
    );
    expect(rounded).toEqual([
      [at(-5, -0.1), at(0.05, -0.1), at(0.05, 0.1), at(-5, 0.1)],
      [at(0.05, 0.1), at(0.05, 5), at(-0.05, 5), at(-0.05, 0.1)],
    ]);
  });
});
