import type { Interval } from '../../geometry/camera-footprint.ts';
import {
  circlePoints,
  clippedByDisc,
  clippedByHalfPlane,
  type HalfPlane,
  soundRing,
  squareAround,
} from '../../geometry/convex-ring.ts';
import { add, type Point, rotate } from '../../geometry/point.ts';
import type { Polygon } from '../../geometry/polygon.ts';
import { reachOfLevel } from './density.ts';
import type { DensityModel } from './density-models.ts';
import { elevationsOf, stretchesAt } from './elevations.ts';
import type { FrustumView, PanoramaView, Place, ReachView, View } from './view.ts';

/** What goes on farther is cut here, metres from the camera, and said to go on. */
export const FAR_BOUND = 100_000;

/** Largest distance of a chord from the circle that it stands for, metres. */
const SAGITTA = 0.001;
/** A circle that is no edge of anything need not be followed to the millimetre: where what goes on is cut. */
const ROUGH_SAGITTA = 10;

/**
 * A part of a horizontal plane, on the plan: outer ring anticlockwise, a hole clockwise; null for none.
 *
 * Of a usual lens it is convex and has no hole. Straight edges are exact, curves chords within a millimetre of them.
 * `isUnbounded`: it goes on beyond `FAR_BOUND`, where the polygon ends.
 */
export type PlaneRegion = { readonly polygon: Polygon | null; readonly isUnbounded: boolean };

const NOTHING: PlaneRegion = { polygon: null, isUnbounded: false };

/** How far a region reaches: along the optical axis, from the lens, and along the ground; metres. */
type Limits = { readonly depth: number; readonly distance: number; readonly ground: number };

const UNLIMITED = Number.POSITIVE_INFINITY;

/**
 * What of the horizontal plane `targetHeight` metres above the floor lies in the picture, whatever hides it: dead
 * zone and far edge off the axis too, with tilt, roll and both angles.
 *
 * @param range farthest that counts, along the ground from the camera, as the plan's cameras have it; null for none
 */
export function pictureOnPlane(view: View, targetHeight: number, range: number | null): PlaneRegion {
  return regionOf(view, targetHeight, {
    depth: UNLIMITED,
    distance: UNLIMITED,
    ground: checkedRange(range),
  });
}

/**
 * Where on that plane the picture has at least so many pixels per metre by a model.
 *
 * Flat and centre: the picture up to a depth along the optical axis, so that the edge is a straight line across it.
 * Arc: up to a distance from the lens, a circle on the plane.
 *
 * @param pixelsPerMetre more than 0
 */
export function levelRegion(
  view: View,
  pixelsPerMetre: number,
  targetHeight: number,
  model: DensityModel,
  range: number | null,
): PlaneRegion {
  const reach = reachOfLevel(view, pixelsPerMetre, model);
  const isByDistance = model === 'arc' || view.picture === 'panorama';
  return regionOf(view, targetHeight, {
    depth: isByDistance ? UNLIMITED : reach,
    distance: isByDistance ? reach : UNLIMITED,
    ground: checkedRange(range),
  });
}

/**
 * Nearest and farthest place in the picture on the ground under the optical axis, metres; null for none. The nearest
 * is the radius of the dead zone; the farthest may be infinite. Range does not count.
 */
export function edgesOnAxis(view: View, targetHeight: number): Interval | null {
  const drop = dropTo(view, targetHeight);
  if (view.picture !== 'frustum') return stretchesAt(elevationsOf(view), drop).ahead;
  const ahead = rotate({ x: 1, y: 0 }, view.direction);
  let near = 0;
  let far = Number.POSITIVE_INFINITY;
  for (const { a, b, c } of sidesOf(view, drop)) {
    const slope = a * ahead.x + b * ahead.y;
    // Of a side that runs along the ground all or nothing is within.
    if (Math.abs(slope) < LEVEL_SLOPE) {
      if (c < 0) return null;
    } else if (slope > 0) near = Math.max(near, -c / slope);
    else far = Math.min(far, -c / slope);
  }
  return far > near ? { near, far } : null;
}

/** A side of the picture that rises less than this a metre is level: what the sine of an angle loses. */
const LEVEL_SLOPE = 1e-15;

function dropTo(view: View, targetHeight: number): number {
  if (!Number.isFinite(targetHeight))
    throw new Error(`A target height of ${targetHeight} was not checked before use.`);
  return view.height - targetHeight;
}

function checkedRange(range: number | null): number {
  if (range === null) return UNLIMITED;
  if (!(range >= 0)) throw new Error(`A range of ${range} was not checked before use.`);
  return range;
}

function regionOf(view: View, targetHeight: number, limits: Limits): PlaneRegion {
  const drop = dropTo(view, targetHeight);
  const { distance } = limits;
  if (distance < Math.abs(drop)) return NOTHING;
  const circle = distance === UNLIMITED ? UNLIMITED : Math.sqrt(distance ** 2 - drop ** 2);
  const ground = Math.min(limits.ground, circle);
  if (view.picture === 'frustum') return frustumRegion(view, drop, limits.depth, ground);
  if (view.picture === 'panorama') return panoramaRegion(view, drop, ground);
  return reachRegion(view, drop, limits.depth, ground);
}

/** The four sides of a picture cut by a plane, as half planes around the foot of the camera. */
function sidesOf(view: FrustumView, drop: number): readonly HalfPlane[] {
  const { right, up, forward, halfWidth, halfHeight } = view;
  return [
    halfPlane(forward, halfWidth, right, 1, drop),
    halfPlane(forward, halfWidth, right, -1, drop),
    halfPlane(forward, halfHeight, up, 1, drop),
    halfPlane(forward, halfHeight, up, -1, drop),
  ];
}

/** The places on a plane where `tangent` · depth + `sign` · offset ≥ 0. */
function halfPlane(forward: Place, tangent: number, side: Place, sign: number, drop: number): HalfPlane {
  return {
    a: tangent * forward.x + sign * side.x,
    b: tangent * forward.y + sign * side.y,
    c: -drop * (tangent * forward.z + sign * side.z),
  };
}

function frustumRegion(view: FrustumView, drop: number, depth: number, ground: number): PlaneRegion {
  const { forward } = view;
  const isCut = ground > FAR_BOUND;
  const foot = { x: 0, y: 0 };
  let ring = squareAround(foot, Math.min(ground, FAR_BOUND));
  for (const side of sidesOf(view, drop)) ring = clippedByHalfPlane(ring, side);
  if (depth !== UNLIMITED)
    ring = clippedByHalfPlane(ring, { a: -forward.x, b: -forward.y, c: depth + drop * forward.z });
  // Beyond the corners of the square there is nothing to cut.
  if (ground < 2 * FAR_BOUND) ring = clippedByDisc(ring, { centre: foot, radius: ground }, SAGITTA);
  const sound = soundRing(ring);
  if (!sound) return NOTHING;
  const isUnbounded = isCut && sound.some(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) >= FAR_BOUND);
  return { polygon: placed(view.at, { ring: sound, holes: [] }), isUnbounded };
}

function placed(at: Point, { ring, holes }: Polygon): Polygon {
  const moved = (points: readonly Point[]) => points.map((point) => add(point, at));
  return { ring: moved(ring), holes: holes.map(moved) };
}

/** An interval of distances held within a limit, and within the far bound. */
function held(interval: Interval | null, limit: number): Interval | null {
  if (!interval) return null;
  const far = Math.min(interval.far, limit, FAR_BOUND);
  return far > interval.near ? { near: interval.near, far } : null;
}

/*       ___ ahead.far
 *     /     \             A picture of less than a full turn that goes over the point beneath sees what lies
 *    |   o   |            behind to a smaller radius; else it is a sector of a ring, or a ring.
 *     \_ _ _/ behind.far                                                                                       */
function panoramaRegion(view: PanoramaView, drop: number, ground: number): PlaneRegion {
  const { horizontal } = view.fieldOfView;
  const stretches = stretchesAt(elevationsOf(view), drop);
  const ahead = held(stretches.ahead, ground);
  const behind = held(stretches.behind, ground);
  const isFull = horizontal >= 2 * Math.PI || (ahead?.far === behind?.far && behind !== null);
  if (isFull) return ringRegion(view.at, held(widest(stretches), ground), ground);
  const width = { start: view.direction - horizontal / 2, sweep: horizontal };
  const rest = { start: width.start + horizontal, sweep: 2 * Math.PI - horizontal };
  const outer = ahead ? circle(ahead.far, width, ground) : [{ x: 0, y: 0 }];
  const inner = behind ? circle(behind.far, rest, ground) : nearSide(ahead, width);
  const ring = soundRing([...outer, ...inner]);
  if (!ring) return NOTHING;
  const isUnbounded = ground > FAR_BOUND && [ahead, behind].some((each) => each?.far === FAR_BOUND);
  return { polygon: placed(view.at, { ring, holes: [] }), isUnbounded };
}

/** Of a picture all round, what lies behind in its one half lies ahead in its other. */
function widest({ ahead, behind }: { readonly ahead: Interval | null; readonly behind: Interval | null }) {
  return behind && ahead
    ? { near: Math.min(ahead.near, behind.near), far: Math.max(ahead.far, behind.far) }
    : (ahead ?? behind);
}

type Turn = { readonly start: number; readonly sweep: number };

function circle(radius: number, turn: Turn, ground: number): readonly Point[] {
  const isCut = radius === FAR_BOUND && ground > FAR_BOUND;
  return circlePoints({ centre: { x: 0, y: 0 }, radius }, turn, isCut ? ROUGH_SAGITTA : SAGITTA);
}

function nearSide(ahead: Interval | null, { start, sweep }: Turn): readonly Point[] {
  if (!ahead || ahead.near === 0) return [{ x: 0, y: 0 }];
  return circle(ahead.near, { start: start + sweep, sweep: -sweep }, UNLIMITED);
}

function ringRegion(at: Point, interval: Interval | null, ground: number): PlaneRegion {
  if (!interval) return NOTHING;
  const all = { start: 0, sweep: 2 * Math.PI };
  const ring = soundRing(circle(interval.far, all, ground).slice(0, -1));
  if (!ring) return NOTHING;
  const hole = interval.near === 0 ? null : soundRing(circle(interval.near, all, UNLIMITED).slice(0, -1));
  const holes = hole ? [hole.toReversed()] : [];
  const isUnbounded = ground > FAR_BOUND && interval.far === FAR_BOUND;
  return { polygon: placed(at, { ring, holes }), isUnbounded };
}

function reachRegion(view: ReachView, drop: number, depth: number, ground: number): PlaneRegion {
  const { ahead } = stretchesAt(elevationsOf(view), drop);
  const limit = depth === UNLIMITED ? ground : Math.min(ground, aimedReach(view, drop, depth));
  return ringRegion(view.at, held(ahead, limit), limit);
}

/**
 * How far along the ground a depth of the picture reaches when the camera is turned to each place as far as its tilts
 * go: between them the depth is the distance itself, beyond them it is taken along the axis at the last tilt.
 */
function aimedReach({ tilts }: ReachView, drop: number, depth: number): number {
  const [least, most] = drop < 0 ? [-tilts.most, -tilts.least] : [tilts.least, tilts.most];
  const height = Math.abs(drop);
  const along = (tilt: number) => (depth - height * Math.sin(tilt)) / Math.cos(tilt);
  // Nearer than this the camera cannot look down far enough, farther than that not up far enough.
  const steepest = most > 0 ? height / Math.tan(most) : UNLIMITED;
  const flattest = least > 0 ? height / Math.tan(least) : UNLIMITED;
  if (most < Math.PI / 2 && along(most) < steepest) return along(most);
  const direct = depth > height ? Math.sqrt(depth ** 2 - height ** 2) : 0;
  return direct <= flattest ? direct : along(least);
}
