import type { Level } from '../../geometry/camera-footprint.ts';
import { TARGET_HEIGHT } from '../../geometry/camera-footprint.ts';
import { type Point, polar } from '../../geometry/point.ts';
import { err, ok, type Result } from '../../result.ts';
import { densityAt, FACE_WIDTH, isInPicture } from '../image/density.ts';
import type { DensityModel } from '../image/density-models.ts';
import { elevationsOf, rayTo } from '../image/elevations.ts';
import { flawOfFigure, type OpticsFlaw } from '../image/optics.ts';
import { PERSON_HEIGHT, personInPicture } from '../image/picture-place.ts';
import { dot3, type FrustumView, fromLens, type PanoramaView, type Place } from '../image/view.ts';
import { FACE } from './person-figure.ts';
import { type PersonSeen, personSeen } from './person-seen.ts';
import type { PreparedPicture } from './picture-items.ts';
import { toPlan } from './space.ts';
import { aheadOfMount } from './standing-faces.ts';

/** Where a person stands: metres along the floor from the foot of the camera, and radians to the left of its direction. */
export type PersonPlace = { readonly distance: number; readonly aside: number };

/** By what density counts. */
export type PersonQuestion<L extends Level> = {
  /** From the finest to the coarsest. */
  readonly levels: readonly L[];
  readonly model: DensityModel;
  /** Farthest that counts of the camera, metres along the floor; null for none. */
  readonly range: number | null;
  /** Share of the detail that remains behind mesh. */
  readonly meshShare: number;
};

/** Where what is not in the picture is, as the camera sees it. */
export type Beyond = 'behind' | 'beside' | 'above' | 'below';

/** What a camera shows of a person; lengths in metres, shares from 0 to 1. */
export type PersonAnswer<L extends Level> = PersonSeen & {
  /** On the plan. */
  readonly at: Point;
  /** Pixels across the face, with what is left of the detail behind mesh. */
  readonly facePx: number;
  /** From feet to head in the picture, whole also where its edge cuts it; null where one end is beside a panorama. */
  readonly heightPx: number | null;
  /** px/m across at the face, with what is left of it behind mesh. */
  readonly density: number;
  /** The finest that the density reaches where the face is seen; null for none. */
  readonly level: L | null;
  /** How much of the person lies within the edges of the picture, whatever hides it. */
  readonly framed: 'whole' | 'part' | 'outside';
  readonly isFaceFramed: boolean;
  /** Where the face is when it is not in the picture; null when it is. */
  readonly beyond: Beyond | null;
  /** Behind the face of what the camera is mounted on. */
  readonly isBehindMount: boolean;
  readonly isBeyondRange: boolean;
};

/** Of the face as much as this has to be seen for a level to be met. */
const FACE_SEEN = 0.5;
/** Farther away no person stands, metres. */
export const FARTHEST_PERSON = 2000;

/**
 * What a picture shows of a person of 1.75 m who faces the camera.
 *
 * @returns the flaw of a distance or angle that no place has
 */
export function personFigures<L extends Level>(
  { view, mount, surroundings }: PreparedPicture,
  { distance, aside }: PersonPlace,
  { levels, model, range, meshShare }: PersonQuestion<L>,
): Result<PersonAnswer<L>, OpticsFlaw> {
  const flaw =
    flawOfFigure('distance', distance, {
      called: 'distance of the person',
      least: 0,
      most: FARTHEST_PERSON,
      unit: 'm',
    }) ??
    flawOfFigure('aside', aside, { called: 'angle to the person', least: -1000, most: 1000, unit: '°' });
  if (flaw) return err(flaw);
  const near = polar(aside, distance);
  const at = toPlan(view, near);
  const seen = personSeen(surroundings, near, view.height);
  const detail = seen.through.reduce(
    (share, { substance }) => (substance === 'mesh' ? share * meshShare : share),
    1,
  );
  const shown = personInPicture(view, at, model);
  const density = densityAt(view, at, TARGET_HEIGHT, model) * detail;
  const framing = framingOf(view, at);
  const isBehindMount = (aheadOfMount(view, mount)?.(near) ?? 0) < 0;
  const isFaceSeen = framing.isFaceFramed && !isBehindMount && 1 - seen.faceHidden >= FACE_SEEN;
  return ok({
    ...seen,
    ...framing,
    at,
    facePx: FACE_WIDTH * density,
    heightPx: shown?.heightPx ?? null,
    density,
    level: (isFaceSeen && levels.find(({ pixelsPerMetre }) => density >= pixelsPerMetre)) || null,
    isBehindMount,
    isBeyondRange: range !== null && distance > range,
  });
}

type Framing = Pick<PersonAnswer<Level>, 'framed' | 'isFaceFramed' | 'beyond'>;

/** Heights at which a person is looked for in a picture, feet and head among them. */
const LOOKED_AT = 36;

function framingOf(view: FrustumView | PanoramaView, at: Point): Framing {
  const isIn = (z: number) => isInPicture(view, { ...at, z });
  const heights = Array.from({ length: LOOKED_AT }, (_, index) => (PERSON_HEIGHT * index) / (LOOKED_AT - 1));
  const count = heights.filter(isIn).length;
  const framed = count === LOOKED_AT ? 'whole' : count === 0 ? 'outside' : 'part';
  const isFaceFramed = isIn(FACE.low) && isIn(FACE.high);
  const face = { ...at, z: (FACE.low + FACE.high) / 2 };
  return { framed, isFaceFramed, beyond: isFaceFramed ? null : beyondOf(view, face) };
}

function beyondOf(view: FrustumView | PanoramaView, face: Place): Beyond {
  if (view.picture === 'panorama') {
    const { azimuth, below } = rayTo(view, face);
    if (Math.abs(azimuth) > view.fieldOfView.horizontal / 2) return 'beside';
    return below > elevationsOf(view).to ? 'below' : 'above';
  }
  const from = fromLens(view, face);
  const depth = dot3(from, view.forward);
  if (depth <= 0) return 'behind';
  const [across, upward] = [dot3(from, view.right), dot3(from, view.up) / view.halfHeight];
  if (Math.abs(across) / view.halfWidth > Math.max(depth, Math.abs(upward))) return 'beside';
  return upward < 0 ? 'below' : 'above';
}

/** The place of the floor that is at a place of the picture; null above the horizon and for a lens on the floor. */
export function floorAt(
  view: FrustumView | PanoramaView,
  { left, top }: { readonly left: number; readonly top: number },
): PersonPlace | null {
  const [across, downward] = [left / view.widthPx, top / view.heightPx];
  if (view.picture === 'panorama') {
    const { from, to } = elevationsOf(view);
    const below = from + (to - from) * downward;
    const azimuth = view.fieldOfView.horizontal * (0.5 - across);
    const isOver = below > Math.PI / 2;
    return placeAlong(view.height, isOver ? Math.PI - below : below, isOver ? azimuth + Math.PI : azimuth);
  }
  const { right, up, forward, halfWidth, halfHeight } = view;
  const [x, y] = [(2 * across - 1) * halfWidth, (1 - 2 * downward) * halfHeight];
  const east = forward.x + x * right.x + y * up.x;
  const north = forward.y + x * right.y + y * up.y;
  const below = Math.atan2(-(forward.z + x * right.z + y * up.z), Math.hypot(east, north));
  return placeAlong(view.height, below, Math.atan2(north, east) - view.direction);
}

function placeAlong(height: number, below: number, azimuth: number): PersonPlace | null {
  if (!(below > 0 && height > 0)) return null;
  const distance = height / Math.tan(below);
  if (!(distance <= FARTHEST_PERSON)) return null;
  return { distance: Math.max(distance, 0), aside: Math.atan2(Math.sin(azimuth), Math.cos(azimuth)) };
}
