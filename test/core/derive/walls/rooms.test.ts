import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roomsWithin } from '../../../../core/derive/walls/rooms.ts';
import { type Point, rotate } from '../../../../core/geometry/point.ts';
import { isInPolygon, isSelfCrossing, ringArea } from '../../../../core/geometry/polygon.ts';
import { distanceToSegment } from '../../../../core/geometry/segment.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { record } from '../../../support/plan-builder.ts';
import { place, settings } from '../../geometry/arbitraries.ts';

/** The rooms of walls of which not too many lie over each other. */
const roomsOf = (walls: Parameters<typeof roomsWithin>[0]) => roomsWithin(walls) ?? [];

type Wall = RecordOf<'wall'>;
const at = (x: number, y: number) => ({ x, y });

function chain(points: readonly Point[], fields: Partial<Omit<Wall, 'id'>> = {}, first = 1): readonly Wall[] {
  return points
    .slice(1)
    .map((b, index) => record('wall', { id: first + index, a: points[index] ?? b, b, ...fields }));
}
const box = (left: number, bottom: number, right: number, top: number) => [
  ...[at(left, bottom), at(right, bottom), at(right, top), at(left, top), at(left, bottom)],
];

describe('rooms', () => {
  test('have the surface between the faces of their walls', () => {
    const [room, ...others] = roomsOf(chain(box(0, 0, 6, 4)));
    expect(others).toEqual([]);
    expect(room?.area).toBeCloseTo(5.8 * 3.8, 9);
    expect(room?.ring).toHaveLength(4);
    expect(room?.centre).toEqual({ x: expect.closeTo(3, 9), y: expect.closeTo(2, 9) });
  });

  test('follow the side on which the body of a wall lies', () => {
    const areas = (['left', 'right'] as const).map(
      (alignment) => roomsOf(chain(box(0, 0, 6, 4), { alignment }))[0]?.area,
    );
    expect(areas).toEqual([expect.closeTo(5.6 * 3.6, 9), expect.closeTo(24, 9)]);
  });

  /*   ______________
   *  |    |    :    |    one partition to the line of the outer wall, one to its face,
   *  |____|____:____|    one that ends in the room  */
  test('are parted by walls that reach the others, at their line or at their face', () => {
    const walls = [
      ...chain(box(0, 0, 9, 4)),
      record('wall', { id: 11, a: at(3, 0), b: at(3, 4), thickness: 0.1 }),
      record('wall', { id: 12, a: at(6, 0.1), b: at(6, 3.9), thickness: 0.1, material: 'glass' }),
      record('wall', { id: 13, a: at(8, 0), b: at(8, 2), thickness: 0.1 }),
    ];
    const areas = roomsOf(walls).map(({ area }) => Math.round(area * 100) / 100);
    expect(areas.toSorted((one, other) => one - other)).toEqual([10.64, 10.83, 11.02]);
  });

  test('an open corner is no room; one that is open by a hair is', () => {
    expect(roomsOf(chain([at(0, 0), at(6, 0), at(6, 4), at(0, 4), at(0, 0.4)]))).toEqual([]);
    expect(roomsOf(chain([at(0, 0), at(6, 0), at(6, 4), at(0, 4), at(0, 0.101)]))).toHaveLength(1);
  });

  test('what stands free in a room is cut out of it, and what that encloses is a room too', () => {
    const rooms = roomsOf([...chain(box(0, 0, 10, 10)), ...chain(box(3, 3, 7, 7), {}, 11)]);
    expect(rooms.map(({ area }) => Math.round(area * 100) / 100)).toEqual(
      expect.arrayContaining([14.44, 78.4]),
    );
    expect(rooms).toHaveLength(2);
    expect(rooms.find(({ holes }) => holes.length > 0)?.holes).toHaveLength(1);
  });

  test('shafts, gaps between leaves and walls to be removed make none', () => {
    expect(roomsOf(chain(box(0, 0, 0.7, 0.7)))).toEqual([]);
    expect(roomsOf([...chain([at(0, 0), at(9, 0), at(9, 0.3), at(0, 0.3), at(0, 0)])])).toEqual([]);
    expect(roomsOf(chain(box(0, 0, 6, 4), { state: 'removed' }))).toEqual([]);
  });

  test('a bent wall closes one', () => {
    const half = record('wall', { id: 1, a: at(0, 0), b: at(8, 0), bulge: 1 });
    const line = record('wall', { id: 2, a: at(8, 0), b: at(0, 0) });
    const [room] = roomsOf([half, line]);
    // A half circle of 3.9 m radius, less the strip of 0.1 m along its diameter.
    const inside = 3.9 ** 2 * (Math.acos(0.1 / 3.9) - (0.1 / 3.9) * Math.sqrt(1 - (0.1 / 3.9) ** 2));
    expect((room?.area ?? 0) / inside).toBeCloseTo(1, 2);
  });
});

/** Walls of a grid with some left out, as the cells that they close off: the slow and obvious way. */
const grid = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([columns, rows]) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.constant(rows),
      isThere: fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }),
      from: place,
      turn: fc.integer({ min: -3, max: 3 }),
    }),
  );

const SIZE = 4;
const THICKNESS = 0.2;

type Grid = { columns: number; rows: number; isThere: readonly boolean[] };
const hasUpright = ({ rows, isThere, columns }: Grid, x: number, y: number) =>
  y >= 0 && y < rows && (x === 0 || x === columns || isThere[x * 4 + y] === true);
const hasFlat = ({ columns, isThere, rows }: Grid, x: number, y: number) =>
  x >= 0 && x < columns && (y === 0 || y === rows || isThere[40 + x * 5 + y] === true);

/** How many groups of cells no wall parts. */
function groupsOf(cells: Grid): number {
  const seen = new Set<string>();
  let groups = 0;
  const visit = (x: number, y: number): void => {
    if (x < 0 || y < 0 || x >= cells.columns || y >= cells.rows || seen.has(`${x} ${y}`)) return;
    seen.add(`${x} ${y}`);
    if (!hasUpright(cells, x + 1, y)) visit(x + 1, y);
    if (!hasUpright(cells, x, y)) visit(x - 1, y);
    if (!hasFlat(cells, x, y + 1)) visit(x, y + 1);
    if (!hasFlat(cells, x, y)) visit(x, y - 1);
  };
  for (let x = 0; x < cells.columns; x++)
    for (let y = 0; y < cells.rows; y++) {
      if (!seen.has(`${x} ${y}`)) groups++;
      visit(x, y);
    }
  return groups;
}

function wallsOf(cells: Grid, toPlan: (point: Point) => Point): readonly Wall[] {
  const walls: Wall[] = [];
  const add = (a: Point, b: Point) =>
    walls.push(record('wall', { id: walls.length + 1, a: toPlan(a), b: toPlan(b), thickness: THICKNESS }));
  for (let x = 0; x <= cells.columns; x++)
    for (let y = 0; y <= cells.rows; y++) {
      if (hasUpright(cells, x, y)) add(at(x * SIZE, y * SIZE), at(x * SIZE, (y + 1) * SIZE));
      if (hasFlat(cells, x, y)) add(at(x * SIZE, y * SIZE), at((x + 1) * SIZE, y * SIZE));
    }
  return walls;
}

test('rooms of random grids are the groups of cells that no wall parts, wherever the plan lies and however it is turned', () => {
  fc.assert(
    fc.property(grid, ({ from, turn, ...cells }) => {
      const walls = wallsOf(cells, (point) => {
        const { x, y } = rotate(point, turn * 0.4);
        return at(Math.round((x + from.x) * 1000) / 1000, Math.round((y + from.y) * 1000) / 1000);
      });
      const rooms = roomsOf(walls);
      expect(rooms).toHaveLength(groupsOf(cells));
      for (const { ring, holes, area, centre } of rooms) {
        expect(ringArea(ring)).toBeGreaterThan(0);
        expect(isSelfCrossing(ring)).toBe(false);
        expect(isInPolygon(centre, { ring, holes })).toBe(true);
        // No corner of a room lies within a wall.
        for (const corner of [ring, ...holes].flat())
          for (const { a, b } of walls)
            expect(distanceToSegment(corner, a, b)).toBeGreaterThan(THICKNESS / 2 - 0.002);
        expect(area).toBeGreaterThan(0);
      }
      const bodies = rooms.reduce((sum, { area }) => sum + area, 0);
      const inside = (cells.columns * SIZE - THICKNESS) * (cells.rows * SIZE - THICKNESS);
      expect(bodies).toBeLessThanOrEqual(inside + 0.05);
    }),
    { ...settings, numRuns: 120 },
  );
});

test('so many walls over each other that uniting them would take minutes are refused at once', () => {
  const star = Array.from({ length: 4000 }, (_, index) => {
    const turn = (index / 4000) * 2 * Math.PI;
    return record('wall', {
      id: index + 1,
      a: { x: 0, y: 0 },
      b: { x: Math.cos(turn) * 100, y: Math.sin(turn) * 100 },
    });
  });
  expect(roomsWithin(star)).toBeNull();
});
