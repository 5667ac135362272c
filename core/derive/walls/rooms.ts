import Flatbush from 'flatbush';
import { boxOf } from '../../geometry/box.ts';
import { enclosedBy } from '../../geometry/enclosed/enclosed.ts';
import { labelPoint } from '../../geometry/label-point.ts';
import { type Point, quantisePoint } from '../../geometry/point.ts';
import { edgesOf, isSelfCrossing, type Polygon, polygonArea } from '../../geometry/polygon.ts';
import { distanceToSegment } from '../../geometry/segment.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { wallBody } from '../../plan/walls/wall-body.ts';
import { WallNetwork } from './wall-network.ts';

type Wall = RecordOf<'wall'>;

/** The clear surface between walls, square metres, and its middle: the place that is farthest from them. */
export type Room = Polygon & { readonly area: number; readonly centre: Point };

/** How exactly the middle is found, metres: a label needs no more. */
const CENTRE_WITHIN = 0.3;
/** What is smaller or narrower is a shaft or the space between two leaves of a wall: m², and metres. */
const SMALLEST_ROOM = 0.5;
const NARROWEST_ROOM = 0.3;

/**
 * The rooms that walls of one floor close off, between their faces; what stands free in one is cut out of it.
 *
 * Doors and windows are in their walls and leave a room closed; a wall that is to be removed does not close
 * one. Rings to the millimetre, outer anticlockwise, holes clockwise. About O(n log n).
 *
 * Null where so many walls lie over each other that uniting them would take minutes.
 */
export function roomsWithin(walls: Iterable<Wall>): readonly Room[] | null {
  const standing = [...walls].filter(({ state }) => state !== 'removed');
  const network = WallNetwork.of(standing);
  const bodies = standing.flatMap((wall) => {
    const body = wallBody(wall, (point) => network.wallsAt(point));
    return body ? [body] : [];
  });
  if (isCrowded(bodies)) return null;
  return enclosedBy(bodies).flatMap((polygon) => roomOf(polygon) ?? []);
}

/** Bodies whose boxes lie over each other, in pairs: so many for each wall, and besides as many in all. */
const MOST_PAIRS_A_WALL = 50;
const MOST_PAIRS = 100_000;

function isCrowded(bodies: readonly (readonly Point[])[]): boolean {
  const boxes = bodies.flatMap((body) => boxOf(body) ?? []);
  if (boxes.length === 0) return false;
  const tree = new Flatbush(boxes.length);
  for (const { minX, minY, maxX, maxY } of boxes) tree.add(minX, minY, maxX, maxY);
  tree.finish();
  let left = MOST_PAIRS + MOST_PAIRS_A_WALL * boxes.length;
  for (const { minX, minY, maxX, maxY } of boxes) {
    tree.search(minX, minY, maxX, maxY, () => left-- > 0 && false);
    if (left <= 0) return true;
  }
  return false;
}

function roomOf({ ring, holes }: Polygon): Room | null {
  const polygon = { ring: ring.map(quantisePoint), holes: holes.map((hole) => hole.map(quantisePoint)) };
  const area = polygonArea(polygon);
  if (area < SMALLEST_ROOM || isSelfCrossing(polygon.ring)) return null;
  const centre = labelPoint(polygon, CENTRE_WITHIN);
  return centre && clearance(centre, polygon) >= NARROWEST_ROOM / 2 ? { ...polygon, area, centre } : null;
}

function clearance(at: Point, { ring, holes }: Polygon): number {
  const edges = [ring, ...holes].flatMap(edgesOf);
  return edges.reduce((least, [start, end]) => Math.min(least, distanceToSegment(at, start, end)), Infinity);
}
