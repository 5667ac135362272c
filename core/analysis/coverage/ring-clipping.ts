import {
  Clipper,
  ClipType,
  FillRule,
  type Path64,
  type Paths64,
  type PolyPath64,
  PolyTree64,
} from 'clipper2-ts';
import type { Box } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import type { Polygon } from '../../geometry/polygon.ts';
import type { Rings } from '../sight/rings.ts';

/** Whole steps that a metre has in the arithmetic of whole numbers: tenths of a millimetre. */
const STEPS = 10_000;
/** What is no larger is what rounding leaves over: a strip of a millimetre and a metre long, in square steps. */
const NO_AREA = 0.001 * STEPS * STEPS;

/** Surfaces in whole numbers around a place, so that products of them stay exact far from the origin. */
export type Steps = { readonly around: Point; readonly paths: Paths64 };

/** Nothing, around a place; its coordinates are whole. */
export function noSteps(around: Point): Steps {
  return { around: { x: Math.round(around.x), y: Math.round(around.y) }, paths: [] };
}

/** Rings in whole numbers, exact to a tenth of a millimetre. */
export function stepsOfRings({ coordinates, ends }: Rings, around: Point): Steps {
  const { around: centre } = noSteps(around);
  let start = 0;
  const paths = Array.from(ends, (end) => {
    const path: Path64 = [];
    for (let at = start; at < end; at += 2)
      path.push(stepsOf({ x: coordinates[at] ?? 0, y: coordinates[at + 1] ?? 0 }, centre));
    start = end;
    return path;
  });
  return { around: centre, paths };
}

/** A polygon in whole numbers, whatever the direction of its rings. */
export function stepsOfPolygon({ ring, holes }: Polygon, around: Point): Steps {
  const { around: centre } = noSteps(around);
  const turned = (points: readonly Point[], isOuter: boolean): Path64 => {
    const path = points.map((point) => stepsOf(point, centre));
    return Clipper.isPositive(path) === isOuter ? path : path.reverse();
  };
  return { around: centre, paths: [turned(ring, true), ...holes.map((hole) => turned(hole, false))] };
}

const stepsOf = ({ x, y }: Point, around: Point) => ({
  x: Math.round((x - around.x) * STEPS),
  y: Math.round((y - around.y) * STEPS),
});

/** What lies in both. */
export function inBoth(one: Steps, other: Steps): Steps {
  return combined(ClipType.Intersection, one, other);
}

/** What lies in one and not in the other. */
export function without(one: Steps, other: Steps): Steps {
  return one.paths.length === 0 || other.paths.length === 0 ? one : combined(ClipType.Difference, one, other);
}

/** What lies in any of them; all are around the same place. */
export function united(all: readonly Steps[], around: Point): Steps {
  const there = all.filter(({ paths }) => paths.length > 0);
  const [only] = there;
  if (only && there.length === 1) return only;
  if (!only) return noSteps(around);
  const paths = there.flatMap((each) => each.paths);
  return { around: only.around, paths: Clipper.union(paths, FillRule.NonZero) };
}

/** What lies in one and not in the other, as regions that hang together: of each its outline and its holes. */
export function regionsWithout(one: Steps, other: Steps | null): readonly Steps[] {
  const tree = new PolyTree64();
  if (other) requireSamePlace(one, other);
  const taken = other ? [...other.paths] : [];
  // Clipper asks for something to take away.
  const type = taken.length > 0 ? ClipType.Difference : ClipType.Union;
  Clipper.booleanOpWithPolyTree(type, [...one.paths], taken, tree, FillRule.NonZero);
  const regions: Steps[] = [];
  // A hole may hold further regions.
  const waiting: PolyPath64[] = [tree];
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const outer of childrenOf(next)) {
      const holes = childrenOf(outer);
      waiting.push(...holes);
      const paths = [outer, ...holes].map(({ polygon }) => polygon ?? []);
      if (Math.abs(Clipper.area(paths[0] ?? [])) > NO_AREA) regions.push({ around: one.around, paths });
    }
  return regions;
}

const childrenOf = (path: PolyPath64): PolyPath64[] =>
  Array.from({ length: path.count }, (_, index) => path.child(index));

/** The polygon of one region in plan metres. */
export function polygonOfRegion({ around, paths }: Steps): Polygon {
  const [ring = [], ...holes] = paths.map((path) =>
    path.map(({ x, y }) => ({ x: x / STEPS + around.x, y: y / STEPS + around.y })),
  );
  return { ring, holes };
}

function combined(type: ClipType, one: Steps, other: Steps): Steps {
  requireSamePlace(one, other);
  return {
    around: one.around,
    paths: Clipper.booleanOp(type, [...one.paths], [...other.paths], FillRule.NonZero),
  };
}

function requireSamePlace(one: Steps, other: Steps): void {
  if (one.around.x !== other.around.x || one.around.y !== other.around.y)
    throw new Error('Surfaces around different places were put together.');
}

/** As rings of plan metres, outer ones anticlockwise, without what is only rounding; and their area, m². */
export function ringsOfSteps({ around, paths }: Steps): { readonly rings: Rings; readonly area: number } {
  const kept = paths.filter((path) => Math.abs(Clipper.area(path)) > NO_AREA);
  const coordinates = new Float64Array(2 * kept.reduce((sum, { length }) => sum + length, 0));
  const ends = new Uint32Array(kept.length);
  let at = 0;
  let area = 0;
  for (const [index, path] of kept.entries()) {
    area += Clipper.area(path);
    for (const { x, y } of path) {
      coordinates[at++] = x / STEPS + around.x;
      coordinates[at++] = y / STEPS + around.y;
    }
    ends[index] = at;
  }
  return { rings: { coordinates, ends }, area: area / (STEPS * STEPS) };
}

/** Around all rings; of none a box that nothing touches. */
export function boxOfRings({ coordinates }: Rings): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (let at = 0; at < coordinates.length; at += 2) {
    const [x = 0, y = 0] = coordinates.subarray(at, at + 2);
    box.minX = Math.min(box.minX, x);
    box.minY = Math.min(box.minY, y);
    box.maxX = Math.max(box.maxX, x);
    box.maxY = Math.max(box.maxY, y);
  }
  return box;
}

/** Rings of one surface, the outer one first, as a polygon. */
export function polygonOfRings({ coordinates, ends }: Rings): Polygon {
  let start = 0;
  const [ring = [], ...holes] = Array.from(ends, (end) => {
    const points: Point[] = [];
    for (let at = start; at < end; at += 2)
      points.push({ x: coordinates[at] ?? 0, y: coordinates[at + 1] ?? 0 });
    start = end;
    return points;
  });
  return { ring, holes };
}
