import {
  Clipper,
  ClipType,
  EndType,
  FillRule,
  JoinType,
  type Path64,
  type PolyPath64,
  PolyTree64,
} from 'clipper2-ts';
import { type Box, boxOf } from './box.ts';
import type { Point } from './point.ts';
import type { Polygon } from './polygon.ts';

/** Whole steps that a metre has in the arithmetic of whole numbers: tenths of a millimetre. */
const STEPS = 10_000;
/** A slit so narrow is closed: both sides grow by half of it, and come back where there was room. 2 mm. */
const HALF_SLIT = STEPS / 1000;
/** Mitres sharper than 6 degrees are cut off. */
const SHARPEST = 20;

/**
 * The surfaces that bodies close off from the outside: the holes of their union, islands cut out.
 *
 * Outer rings anticlockwise, holes clockwise, plan metres, exact to a tenth of a millimetre; in no
 * particular order. What is open by no more than 2 mm is closed. About O(n log n).
 *
 * @param bodies rings in either direction, which may overlap and touch
 */
export function enclosedBy(bodies: readonly (readonly Point[])[]): readonly Polygon[] {
  const box = boxOf(bodies.flat());
  if (!box) return [];
  // Around the middle of the bodies, so that products of whole numbers stay exact far from the origin.
  const frame = frameOf(box);
  const grown = Clipper.inflatePaths(
    Clipper.union(bodies.map(frame.toSteps), FillRule.NonZero),
    ...([HALF_SLIT, JoinType.Miter, EndType.Polygon, SHARPEST] as const),
  );
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(ClipType.Union, grown, null, tree, FillRule.NonZero);
  return holesIn(tree).flatMap((hole) => grownBack(hole, frame));
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

/** The holes of a union at any depth: an island may enclose something itself. */
function holesIn(node: PolyPath64): readonly PolyPath64[] {
  return childrenOf(node).flatMap((child) => (child.isHole ? [child, ...holesIn(child)] : holesIn(child)));
}

function grownBack(hole: PolyPath64, { toPlan }: Frame): readonly Polygon[] {
  const ring = anticlockwise(hole.poly ?? []);
  const islands = childrenOf(hole).map((island) => anticlockwise(island.poly ?? []).toReversed());
  const tree = new PolyTree64();
  const paths = Clipper.inflatePaths(
    [ring, ...islands],
    HALF_SLIT,
    JoinType.Miter,
    EndType.Polygon,
    SHARPEST,
  );
  Clipper.booleanOpWithPolyTree(ClipType.Union, paths, null, tree, FillRule.NonZero);
  return childrenOf(tree).map((outer) => ({
    ring: toPlan(Clipper.trimCollinear(anticlockwise(outer.poly ?? []))),
    holes: childrenOf(outer).map((inner) => toPlan(anticlockwise(inner.poly ?? []).toReversed())),
  }));
}
