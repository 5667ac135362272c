import Flatbush from 'flatbush';
import { type Box, boxOf, grownBox, holdsBox } from '../../geometry/box.ts';
import { enclosedBy } from '../../geometry/enclosed/enclosed.ts';
import { labelPoint } from '../../geometry/label-point.ts';
import { type Point, quantisePoint } from '../../geometry/point.ts';
import { edgesOf, isSelfCrossing, type Polygon, polygonArea } from '../../geometry/polygon.ts';
import { MITRE_LIMIT } from '../../geometry/polyline.ts';
import { distanceToSegment } from '../../geometry/segment.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { wallBody } from '../../plan/walls/wall-body.ts';
import { WallNetwork } from './wall-network.ts';
import { isStanding } from './wall-pieces.ts';

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
  const standing = [...walls].filter(isStanding);
  const network = WallNetwork.of(standing);
  return roomsBetween(standing, (point) => network.wallsAt(point));
}

/**
 * Those of the rooms of a floor that lie wholly in a box, as `roomsWithin` finds them but for a last millimetre of
 * rounding: whatever closes one off or stands in it reaches into the box. O(n log n) in the walls there. Null as there.
 */
export function roomsIn(network: WallNetwork, box: Box): readonly Room[] | null {
  // Mitres reach beyond the surroundings of a wall.
  const around = grownBox(box, MITRE_LIMIT * network.thickest);
  const seen = new Map<readonly Wall[], readonly Wall[]>();
  const standingAt = (point: Point): readonly Wall[] => {
    const all = network.wallsAt(point);
    const standing = seen.get(all) ?? all.filter(isStanding);
    seen.set(all, standing);
    return standing;
  };
  const rooms = roomsBetween(network.near(around).filter(isStanding), standingAt);
  return rooms?.filter(({ ring }) => holdsBox(box, boxOf(ring) ?? box)) ?? null;
}

function roomsBetween(
  walls: readonly Wall[],
  wallsAt: (point: Point) => readonly Wall[],
): readonly Room[] | null {
  const bodies = walls.flatMap((wall) => {
    const body = wallBody(wall, wallsAt);
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
