import type { Point } from '../../geometry/point.ts';
import { isInRing, type Polygon, ringArea } from '../../geometry/polygon.ts';
import type { Rings } from '../sight/rings.ts';

/** Rings as polygons: each hole in the smallest outer ring around it. O(holes × outer rings). */
export function polygonsOfRings({ coordinates, ends }: Rings): readonly Polygon[] {
  let start = 0;
  const rings = Array.from(ends, (end) => {
    const ring: Point[] = [];
    for (let at = start; at < end; at += 2)
      ring.push({ x: coordinates[at] ?? 0, y: coordinates[at + 1] ?? 0 });
    start = end;
    return { ring, area: ringArea(ring) };
  });
  const outers = rings
    .filter(({ area }) => area > 0)
    .sort((one, other) => one.area - other.area)
    .map(({ ring }) => ({ ring, holes: [] as (readonly Point[])[] }));
  for (const { ring } of rings.filter(({ area }) => area < 0)) {
    const [corner] = ring;
    // A hole may touch its outer ring in a corner: any corner that lies inside tells.
    const around = outers.find((outer) => corner && ring.some((place) => isInRing(place, outer.ring)));
    around?.holes.push(ring);
  }
  return outers;
}
