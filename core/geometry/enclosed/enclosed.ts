import {
  Clipper,
  ClipperOffset,
  EndType,
  FillRule,
  JoinType,
  type Path64,
  type PolyPath64,
  PolyTree64,
} from 'clipper2-ts';
import { type Box, boxOf } from '../box.ts';
import type { Point } from '../point.ts';
import type { Polygon } from '../polygon.ts';
import { clustersOf } from './clusters.ts';
import { type Enclosure, type Hole, withIslands } from './islands.ts';

/** Whole steps that a metre has in the arithmetic of whole numbers: tenths of a millimetre. */
const STEPS = 10_000;
/** A slit so narrow is closed: both sides grow by half of it, and come back where there was room. 2 mm. */
const HALF_SLIT = STEPS / 1000;
/** Mitres sharper than 6 degrees are cut off. */
const SHARPEST = 20;
/**
 * What leaves a straight line by no more is no corner: 1.5 mm. Corners stay apart by more, and so they are
 * not one when they are rounded to millimetres.
 */
const NO_CORNER = 1.5 * HALF_SLIT;
/** How far apart bodies must be to have nothing to do with each other: a mitre of each, metres. */
const APART = (2 * SHARPEST * HALF_SLIT) / STEPS;

/**
 * The surfaces that bodies close off from the outside: the holes of their union, islands cut out.
 *
 * Outer rings anticlockwise, holes clockwise, plan metres, their corners exact to a tenth of a millimetre;
 * in no particular order. What is open by no more than 2 mm is closed. Bodies that hang together are united by
 * themselves: O(n log n) in the largest such cluster, linear in their number.
 *
 * @param bodies rings in either direction, which may overlap and touch
 */
export function enclosedBy(bodies: readonly (readonly Point[])[]): readonly Polygon[] {
  const box = boxOf(bodies.flat());
  if (!box) return [];
  // Around the middle of the bodies, so that products of whole numbers stay exact far from the origin.
  const frame = frameOf(box);
  const enclosures = clustersOf(bodies, APART).map((cluster) => enclosureOf(cluster.map(frame.toSteps)));
  return withIslands(enclosures).flatMap((hole) => grownBack(hole, frame));
}

type Frame = {
  readonly toSteps: (ring: readonly Point[]) => Path64;
  readonly toPlan: (path: Path64) => readonly Point[];
};

function frameOf({ minX, minY, maxX, maxY }: Box): Frame {
  const x0 = Math.round((minX + maxX) / 2);
  const y0 = Math.round((minY + maxY) / 2);
  return {
    toSteps: (ring) =>
      // Anticlockwise: where rings in both directions overlap, turns would cancel out.
      anticlockwise(
        ring.map(({ x, y }) => ({ x: Math.round((x - x0) * STEPS), y: Math.round((y - y0) * STEPS) })),
      ),
    toPlan: (path) => path.map(({ x, y }) => ({ x: x / STEPS + x0, y: y / STEPS + y0 })),
  };
}

const anticlockwise = (path: Path64): Path64 => (Clipper.isPositive(path) ? path : path.toReversed());

const childrenOf = (node: PolyPath64): readonly PolyPath64[] =>
  Array.from({ length: node.count }, (_, index) => node.child(index));

const ringOf = (node: PolyPath64): Path64 => node.poly ?? [];

function enclosureOf(bodies: readonly Path64[]): Enclosure {
  const tree = grown(Clipper.union([...bodies], FillRule.NonZero));
  return { outlines: childrenOf(tree).map(ringOf), holes: holesIn(tree) };
}

/** The holes of a union at any depth: an island may enclose something itself. */
function holesIn(node: PolyPath64): readonly Hole[] {
  return childrenOf(node).flatMap((child) =>
    child.isHole
      ? [{ ring: ringOf(child), islands: childrenOf(child).map(ringOf) }, ...holesIn(child)]
      : holesIn(child),
  );
}

/** Paths moved outwards by half a slit, and united. */
function grown(paths: Path64[]): PolyTree64 {
  const offset = new ClipperOffset(SHARPEST);
  offset.addPaths(paths, JoinType.Miter, EndType.Polygon);
  const tree = new PolyTree64();
  offset.execute(HALF_SLIT, tree);
  return tree;
}

function grownBack({ ring, islands }: Hole, { toPlan }: Frame): readonly Polygon[] {
  const tree = grown([anticlockwise(ring), ...islands.map((island) => anticlockwise(island).toReversed())]);
  return childrenOf(tree).map((outer) => ({
    ring: toPlan(anticlockwise(plain(outer))),
    holes: childrenOf(outer).map((inner) => toPlan(anticlockwise(plain(inner)).toReversed())),
  }));
}

/** A ring without the corners that moves along a bent wall leave behind. */
const plain = (node: PolyPath64): Path64 => Clipper.simplifyPath(ringOf(node), NO_CORNER);
