import { Clipper, type Path64, PointInPolygonResult } from 'clipper2-ts';
import Flatbush from 'flatbush';
import { type Box, boxOf } from '../box.ts';

/** A hole of a union, and what stands free in it. */
export type Hole = { readonly ring: Path64; readonly islands: readonly Path64[] };

/** What bodies that hang together look like from the outside, and what they close off. */
export type Enclosure = { readonly outlines: readonly Path64[]; readonly holes: readonly Hole[] };

/**
 * The holes of all enclosures, with what stands free in them of other enclosures among their islands.
 *
 * @param enclosures of which none touches another one
 */
export function withIslands(enclosures: readonly Enclosure[]): readonly Hole[] {
  const holes = enclosures.flatMap((enclosure, owner) => enclosure.holes.map((hole) => ({ hole, owner })));
  if (holes.length === 0 || enclosures.length === 1) return holes.map(({ hole }) => hole);
  const finder = holeFinder(holes.map(({ hole }) => hole.ring));
  const guests = holes.map((): Path64[] => []);
  for (const [own, { outlines }] of enclosures.entries()) {
    for (const outline of outlines) {
      const around = finder(outline, (index) => holes[index]?.owner !== own);
      if (around !== null) guests[around]?.push(outline);
    }
  }
  return holes.map(({ hole }, index) => {
    const more = guests[index] ?? [];
    return more.length === 0 ? hole : { ...hole, islands: [...hole.islands, ...more] };
  });
}

const NOWHERE: Box = { minX: 0, minY: 0, maxX: 0, maxY: 0 };

/** Finds the innermost ring around a path that touches none: of rings around the same point, the smallest. */
function holeFinder(rings: readonly Path64[]) {
  const tree = new Flatbush(rings.length);
  for (const ring of rings) {
    const { minX, minY, maxX, maxY } = boxOf(ring) ?? NOWHERE;
    tree.add(minX, minY, maxX, maxY);
  }
  tree.finish();
  return ([point]: Path64, isAsked: (index: number) => boolean): number | null => {
    if (!point) return null;
    const around = tree.search(point.x, point.y, point.x, point.y, isAsked).filter((index) => {
      const ring = rings[index];
      return ring && Clipper.pointInPolygon(point, ring) === PointInPolygonResult.IsInside;
    });
    const sizeOf = (index: number) => Math.abs(Clipper.area(rings[index] ?? []));
    return around.reduce<number | null>(
      (least, index) => (least === null || sizeOf(index) < sizeOf(least) ? index : least),
      null,
    );
  };
}
