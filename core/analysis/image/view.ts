import type { FieldOfView } from '../../geometry/camera-footprint.ts';
import type { Point } from '../../geometry/point.ts';
import { err, ok, type Result } from '../../result.ts';
import { normaliseAngle, toDegrees } from '../../units.ts';
import { type DensityModel, focalLengthsPx } from './density-models.ts';
import {
  checkedMounting,
  checkedOptics,
  fieldOfViewOfOptics,
  flawOfFigure,
  type Mounting,
  type Optics,
  type OpticsFlaw,
} from './optics.ts';

/** A place or a vector in space: plan metres, `z` above the floor. */
export type Place = { readonly x: number; readonly y: number; readonly z: number };

type ViewBasis = {
  readonly at: Point;
  readonly height: number;
  readonly direction: number;
  readonly tilt: number;
  readonly fieldOfView: FieldOfView;
  readonly widthPx: number;
  readonly heightPx: number;
  /** By model, pixels: what pixel density is of one metre away. See `densityModels`. */
  readonly focalPx: Readonly<Record<DensityModel, number>>;
};

/**
 * The picture of a usual, rectilinear lens: a pyramid of four planes through the lens.
 *
 * ```
 *      up            A place P has x, y and z = (P − lens) times right, up and forward; it is in the picture when
 *       | forward    z > 0, |x| ≤ halfWidth · z and |y| ≤ halfHeight · z.
 *       |/
 *       o--- right   (unit vectors; seen from behind the camera)
 * ```
 */
export type FrustumView = ViewBasis & {
  readonly picture: 'frustum';
  readonly right: Place;
  readonly up: Place;
  readonly forward: Place;
  /** Tangents of half the angles of view. */
  readonly halfWidth: number;
  readonly halfHeight: number;
};

/**
 * The picture of a fisheye or of several lenses as one, half a turn and more across: directions within half the
 * horizontal angle of the camera's, at angles below the horizontal within half the vertical angle of its tilt.
 *
 * A picture that goes on over the point beneath the camera (or above it) has what lies behind it, too. Roll does not
 * count. Tilt is within a quarter turn of the horizontal: a camera that looks over its head looks the other way.
 */
export type PanoramaView = ViewBasis & { readonly picture: 'panorama' };

/** All that a camera which pans all round can be aimed at, with tilts between two. Roll does not count. */
export type ReachView = ViewBasis & { readonly picture: 'reach'; readonly tilts: TiltRange };

/** Of the optical axis below the horizontal, radians, each within a quarter turn of it. */
export type TiltRange = { readonly least: number; readonly most: number };

export type View = FrustumView | PanoramaView | ReachView;

/** Sine or cosine without the noise of a whole number of quarter turns. */
const exact = (value: number): number => (Math.abs(value) < 1e-15 ? 0 : value);

/** The three unit vectors of a camera, seen from behind it; `roll` turns right towards up. */
export function cameraFrame({ direction, tilt, roll }: Pick<Mounting, 'direction' | 'tilt' | 'roll'>): {
  readonly right: Place;
  readonly up: Place;
  readonly forward: Place;
} {
  const [sin, cos] = [exact(Math.sin(direction)), exact(Math.cos(direction))];
  const [down, level] = [exact(Math.sin(tilt)), exact(Math.cos(tilt))];
  const [rising, upright] = [exact(Math.sin(roll)), exact(Math.cos(roll))];
  const side = { x: sin, y: -cos, z: 0 };
  const top = { x: down * cos, y: down * sin, z: level };
  return {
    right: combined(upright, side, rising, top),
    up: combined(-rising, side, upright, top),
    forward: { x: level * cos, y: level * sin, z: -down },
  };
}

const combined = (first: number, a: Place, second: number, b: Place): Place => ({
  x: first * a.x + second * b.x,
  y: first * a.y + second * b.y,
  z: first * a.z + second * b.z,
});

/** Scalar product of two vectors in space. */
export function dot3(a: Place, b: Place): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

/** The vector from the lens to a place. */
export function fromLens({ at, height }: View, { x, y, z }: Place): Place {
  return { x: x - at.x, y: y - at.y, z: z - height };
}

/**
 * What a mounted lens pictures: a frustum below half a turn across, a panorama from there on.
 *
 * @returns the flaw of the first figure that no camera can have: never a view with NaN in it
 */
export function viewOf(mounting: Mounting, optics: Optics): Result<FrustumView | PanoramaView, OpticsFlaw> {
  const basis = basisOf(mounting, optics);
  if (!basis.ok) return basis;
  const { horizontal, vertical } = basis.value.fieldOfView;
  if (horizontal >= Math.PI) return ok(panoramaOf(basis.value));
  if (vertical >= Math.PI)
    return err({
      field: 'fieldOfView.vertical',
      message: `The vertical angle of view is ${degrees(vertical)}, which goes with a horizontal angle of 180° or more; that is ${degrees(horizontal)}.`,
    });
  const { right, up, forward } = cameraFrame(mounting);
  return ok({
    ...basis.value,
    picture: 'frustum',
    right,
    up,
    forward,
    halfWidth: Math.tan(horizontal / 2),
    halfHeight: Math.tan(vertical / 2),
  });
}

/**
 * What a camera can be aimed at that pans all round and tilts within a range; `direction` and `tilt` of its mounting
 * do not count.
 */
export function reachViewOf(
  mounting: Mounting,
  optics: Optics,
  tilts: TiltRange,
): Result<ReachView, OpticsFlaw> {
  const basis = basisOf(mounting, optics);
  if (!basis.ok) return basis;
  const bounds = { least: -Math.PI / 2, most: Math.PI / 2, unit: '°' } as const;
  const flaw =
    flawOfFigure('tilts.least', tilts.least, { called: 'least tilt', ...bounds }) ??
    flawOfFigure('tilts.most', tilts.most, { called: 'greatest tilt', ...bounds });
  if (flaw) return err(flaw);
  if (tilts.least > tilts.most)
    return err({
      field: 'tilts.most',
      message: `The greatest tilt is ${degrees(tilts.most)}, less than the least, ${degrees(tilts.least)}.`,
    });
  const { horizontal, vertical } = basis.value.fieldOfView;
  if (Math.max(horizontal, vertical) >= Math.PI)
    return err({
      field: 'fieldOfView',
      message: `A camera that is aimed has angles of view below 180°; this one has ${degrees(horizontal)} and ${degrees(vertical)}.`,
    });
  return ok({ ...basis.value, picture: 'reach', tilts });
}

function basisOf(mounting: Mounting, optics: Optics): Result<ViewBasis, OpticsFlaw> {
  const sound = checkedMounting(mounting);
  if (!sound.ok) return sound;
  const lens = checkedOptics(optics);
  if (!lens.ok) return lens;
  const { at, height, direction, tilt } = mounting;
  const { widthPx, heightPx } = optics;
  const fieldOfView = fieldOfViewOfOptics(optics);
  const focalPx = focalLengthsPx(optics, fieldOfView);
  return ok({ at, height, direction, tilt, fieldOfView, widthPx, heightPx, focalPx });
}

function panoramaOf(basis: ViewBasis): PanoramaView {
  const tilt = normaliseAngle(basis.tilt);
  if (Math.abs(tilt) <= Math.PI / 2) return { ...basis, picture: 'panorama', tilt };
  const upright = Math.sign(tilt) * Math.PI - tilt;
  return { ...basis, picture: 'panorama', direction: basis.direction + Math.PI, tilt: upright };
}

const degrees = (radians: number): string => `${Number(toDegrees(radians).toFixed(2))}°`;
