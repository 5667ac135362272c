import {
  Clipper,
  ClipperOffset,
  EndType,
  FillRule,
  JoinType,
  type PolyPath64,
  PolyTree64,
} from 'clipper2-ts';
import { expect, test } from 'vitest';
import { enclosedBy } from '../../../../core/geometry/enclosed/enclosed.ts';
import { distanceBetween, type Point } from '../../../../core/geometry/point.ts';
import { centroidOf, type Polygon, perimeterOf, polygonArea } from '../../../../core/geometry/polygon.ts';
import { wallBody } from '../../../../core/plan/walls/wall-body.ts';
import { Random } from '../../../../core/reference/random.ts';
import { record } from '../../../support/plan-builder.ts';

const at = (x: number, y: number) => ({ x, y });
const childrenOf = (node: PolyPath64) => Array.from({ length: node.count }, (_, index) => node.child(index));

type Ring = readonly Point[];
const turned = (ring: Ring, isUp: boolean): Ring =>
  Clipper.isPositive([...ring]) === isUp ? ring : ring.toReversed();

function united(rings: readonly Ring[]): PolyTree64 {
  const offset = new ClipperOffset(20);
  offset.addPaths(
    rings.map((ring) => [...ring]),
    ...([JoinType.Miter, EndType.Polygon] as const),
  );
  const tree = new PolyTree64();
  offset.execute(10, tree);
  return tree;
}

const holesIn = (node: PolyPath64): readonly PolyPath64[] =>
  childrenOf(node).flatMap((child) => [...(child.isHole ? [child] : []), ...holesIn(child)]);

const middle = (values: readonly number[]) => Math.round((Math.min(...values) + Math.max(...values)) / 2);

/** The slow and obvious way: one union of everything, the holes of which are looked at one by one. */
function enclosedByWhole(bodies: readonly Ring[]): readonly Polygon[] {
  // Around the same middle: what whole numbers cut off depends on the side of zero.
  const [x0, y0] = [
    middle(bodies.flatMap((ring) => ring.map(({ x }) => x))),
    middle(bodies.flatMap((ring) => ring.map(({ y }) => y))),
  ];
  const steps = bodies.map((ring) =>
    ring.map(({ x, y }) => at(Math.round((x - x0) * 1e4), Math.round((y - y0) * 1e4))),
  );
  const all = Clipper.union(
    steps.map((ring) => [...turned(ring, true)]),
    FillRule.NonZero,
  );
  const toPlan = (ring: Ring) => ring.map(({ x, y }) => at(x / 1e4 + x0, y / 1e4 + y0));
  return holesIn(united(all)).flatMap((hole) => {
    const islands = childrenOf(hole).map(({ poly }) => turned(poly ?? [], false));
    return childrenOf(united([turned(hole.poly ?? [], true), ...islands])).map((outer) => ({
      ring: toPlan(Clipper.trimCollinear([...turned(outer.poly ?? [], true)])),
      holes: childrenOf(outer).map((inner) => toPlan(turned(inner.poly ?? [], false))),
    }));
  });
}

type Look = {
  readonly area: number;
  readonly centre: Point;
  readonly holes: number;
  readonly within: number;
};

function lookOf(polygon: Polygon): Look {
  const centre = centroidOf(polygon.ring) ?? at(0, 0);
  const edge = [polygon.ring, ...polygon.holes].reduce((sum, ring) => sum + perimeterOf(ring), 0);
  return { area: polygonArea(polygon), centre, holes: polygon.holes.length, within: edge * HALF_MILLIMETRE };
}

/** What the union cuts off depends on what lies at the same height: as much as that along the edges. */
const HALF_MILLIMETRE = 0.0005;

/** The polygons of the first that are none of the second. */
function missing(first: readonly Polygon[], second: readonly Polygon[]): readonly Look[] {
  const others = second.map(lookOf);
  return first.map(lookOf).filter(({ area, centre, holes, within }) => {
    const found = others.findIndex(
      (other) =>
        other.holes === holes &&
        Math.abs(other.area - area) <= within &&
        distanceBetween(other.centre, centre) * area <= within * 100,
    );
    if (found !== -1) others.splice(found, 1);
    return found === -1;
  });
}

type Line = { readonly a: Point; readonly b: Point; readonly bulge: number };

/** Houses, houses within houses, loose walls, bent ones and a wall around it all: many clusters. */
function networkOf(random: Random): readonly Line[] {
  const lines: Line[] = [];
  const whole = (low: number, high: number) => Math.round(random.between(low, high) * 1000) / 1000;
  const put = (a: Point, b: Point, bulge = 0) => {
    if (a.x !== b.x || a.y !== b.y) lines.push({ a, b, bulge });
  };
  const house = ({ x, y }: Point, width: number, depth: number) => {
    put(at(x, y), at(x + width, y), random.next() < 0.2 ? 0.3 : 0);
    put(at(x + width, y), at(x + width, y + depth));
    put(at(x + width, y + depth), at(x, y + depth));
    if (random.next() < 0.8) put(at(x, y + depth), at(x, y));
    if (random.next() < 0.6) put(at(x + width / 2, y), at(x + width / 2, y + depth));
    if (width > 5) house(at(whole(x + 1, x + 2), whole(y + 1, y + 2)), 2, 2);
  };
  for (let index = 0; index < 12; index++) house(at(whole(0, 80), whole(0, 80)), whole(2, 14), whole(2, 14));
  for (let index = 0; index < 20; index++) {
    const from = at(whole(0, 90), whole(0, 90));
    put(from, at(whole(from.x - 6, from.x + 6), whole(from.y - 6, from.y + 6)));
  }
  for (let index = 0; index < 15; index++)
    put(
      at(Math.round(whole(0, 9)) * 6, Math.round(whole(0, 9)) * 6),
      at(Math.round(whole(0, 9)) * 6, Math.round(whole(0, 9)) * 6),
    );
  if (random.next() < 0.5) house(at(-10, -10), 120, 120);
  return lines;
}

function bodiesOf(lines: readonly Line[], random: Random): readonly Ring[] {
  const walls = lines.map((line, index) =>
    record('wall', { id: index + 1, ...line, thickness: random.next() < 0.3 ? 0.3 : 0.12 }),
  );
  const isAt = (point: Point, end: Point) => point.x === end.x && point.y === end.y;
  return walls.flatMap((wall) => {
    const body = wallBody(wall, (point) => walls.filter(({ a, b }) => isAt(a, point) || isAt(b, point)));
    return body ? [body] : [];
  });
}

test('what clusters of bodies enclose is what one union of all of them encloses, over random networks', () => {
  const random = new Random(20_261_124);
  let islands = 0;
  for (let run = 0; run < 60; run++) {
    const bodies = bodiesOf(networkOf(random), random);
    const enclosed = enclosedBy(bodies);
    islands += enclosed.reduce((count, { holes }) => count + holes.length, 0);
    const whole = enclosedByWhole(bodies);
    expect(missing(enclosed, whole)).toEqual([]);
    expect(missing(whole, enclosed)).toEqual([]);
  }
  expect(islands).toBeGreaterThan(100);
});
