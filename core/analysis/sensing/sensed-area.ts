import { cross, distanceBetween, dot, type Point, scale, subtract } from '../../geometry/point.ts';
import { edgesOf } from '../../geometry/polygon.ts';
import { type Sector, sectorArea } from '../../geometry/sector.ts';
import type { Segment } from '../../geometry/segment.ts';
import { ok, type Result } from '../../result.ts';
import type { SightScene } from '../scene/sight-scene.ts';
import { reachOf } from '../sight/hidden-strips.ts';
import type { PreparedSight } from '../sight/prepare-sight.ts';
import type { Rings } from '../sight/rings.ts';
import { LEAST_SHARE, type SightRefusal } from '../sight/sight-pieces.ts';
import { visibleRegion } from '../sight/visible-region.ts';
import { SENSED_HEIGHT } from './sensor-watch.ts';

/** What a detector reaches of its sector. */
export type SensedArea = {
  readonly shape: 'area';
  /** Outer rings anticlockwise, holes clockwise; what is reached through mesh are rings of their own beside. */
  readonly rings: Rings;
  /** m² that are reached, and that would be if nothing stood there. */
  readonly area: number;
  readonly free: number;
  /** m² of `area` that are reached through mesh, with less than all of the signal. */
  readonly weakened: number;
  /** Numbers of what it ends at, and of the mesh that it goes through, in no order. */
  readonly cutBy: readonly number[];
  readonly weakenedBy: readonly number[];
};

/** A scene with its pieces prepared. */
export type SensedScene = SightScene & { readonly sight: PreparedSight };

/** What a detector reaches, over the pieces of a scene; heights as `sensor-watch` says. */
export function sensedArea(
  { sector: { centre, direction, width, far }, height }: { readonly sector: Sector; readonly height: number },
  scene: SensedScene,
): Result<SensedArea, SightRefusal> {
  const region = visibleRegion(scene.sight, {
    eye: centre,
    height,
    targetHeight: SENSED_HEIGHT,
    mount: null,
    range: far,
    sector: width < 2 * Math.PI ? { direction, width } : null,
  });
  if (!region.ok) return region;
  const { clear, dimmed } = region.value;
  const parts = [clear, ...dimmed];
  const weakened = dimmed.reduce((sum, { area }) => sum + area, 0);
  return ok({
    shape: 'area',
    rings: ringsOfAll(parts.map(({ rings }) => rings)),
    area: clear.area + weakened,
    free: sectorArea({ width, near: 0, far }),
    weakened,
    ...endings(
      parts.map(({ rings }) => rings),
      { eye: centre, height },
      scene,
    ),
  });
}

function ringsOfAll(all: readonly Rings[]): Rings {
  const [only] = all;
  if (only && all.length === 1) return only;
  let before = 0;
  const ends = all.flatMap((rings) => {
    const shifted = Array.from(rings.ends, (end) => end + before);
    before += rings.coordinates.length;
    return shifted;
  });
  return {
    coordinates: Float64Array.from(all.flatMap(({ coordinates }) => [...coordinates])),
    ends: Uint32Array.from(ends),
  };
}

/** Rings as lists of places. */
export function placesOfRings({ coordinates, ends }: Rings): readonly (readonly Point[])[] {
  let at = 0;
  return Array.from(ends, (end) => {
    const ring: Point[] = [];
    for (; at < end; at += 2) ring.push({ x: coordinates[at] ?? 0, y: coordinates[at + 1] ?? 0 });
    return ring;
  });
}

/** Records are kept to the millimetre, and ends that miss a piece by one are led on to it. */
const BESIDE = 0.002;
/** Less of an edge has no direction that could be told, metres. */
const SHORTEST = 0.01;

/*  What a region ends at has an edge of it: where it begins to hide, its image on the plane of the target. Sides of
 *  shadows point at the eye, and no piece that hides does.  */
type Seat = { readonly eye: Point; readonly height: number };

function endings(parts: readonly Rings[], seat: Seat, { pieces, owners }: SightScene) {
  const edges = parts
    .flatMap(placesOfRings)
    .flatMap(edgesOf)
    .filter(([a, b]) => distanceBetween(a, b) > SHORTEST);
  const [cutBy, weakenedBy] = [new Set<number>(), new Set<number>()];
  for (const [piece, owner] of owners.entries()) {
    const share = pieces.through[piece] ?? 0;
    const found = share < LEAST_SHARE ? cutBy : weakenedBy;
    if (share >= 1 || found.has(owner)) continue;
    const image = imageOf(pieces, piece, seat);
    if (image && edges.some((edge) => liesAlong(edge, image))) found.add(owner);
  }
  return { cutBy: [...cutBy], weakenedBy: [...weakenedBy] };
}

/** Where a piece begins to hide the plane of the target; null where it hides nothing of it. */
function imageOf(
  { segments, heights: edges }: SightScene['pieces'],
  piece: number,
  { eye, height }: Seat,
): Segment | null {
  const [low = 0, high = 0] = edges.subarray(2 * piece, 2 * piece + 2);
  const reach = reachOf({ low, high }, { height, targetHeight: SENSED_HEIGHT });
  if (!reach) return null;
  const [ax = 0, ay = 0, bx = 0, by = 0] = segments.subarray(4 * piece, 4 * piece + 4);
  const image = (x: number, y: number): Point => {
    const away = scale(subtract({ x, y }, eye), reach.start);
    return { x: eye.x + away.x, y: eye.y + away.y };
  };
  return [image(ax, ay), image(bx, by)];
}

/** Whether an edge and a piece lie on one line, and beside each other for more than a hair. */
function liesAlong([a, b]: Segment, [start, end]: Segment): boolean {
  const along = subtract(end, start);
  const length = distanceBetween(start, end);
  if (length <= SHORTEST) return false;
  const places = [a, b].map((point) => {
    const away = subtract(point, start);
    return { aside: Math.abs(cross(along, away)) / length, at: dot(along, away) / length };
  });
  if (places.some(({ aside }) => aside > BESIDE)) return false;
  const [one = 0, other = 0] = places.map(({ at }) => at);
  return Math.min(Math.max(one, other), length) - Math.max(Math.min(one, other), 0) > SHORTEST / 2;
}
