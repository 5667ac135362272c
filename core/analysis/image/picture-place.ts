import { TARGET_HEIGHT } from '../../geometry/camera-footprint.ts';
import type { Point } from '../../geometry/point.ts';
import { densityAt, FACE_WIDTH, isInPicture } from './density.ts';
import type { DensityModel } from './density-models.ts';
import { elevationsOf, placesInPanorama, rayTo } from './elevations.ts';
import { dot3, type FrustumView, fromLens, type PanoramaView, type Place, type View } from './view.ts';

/** A place in a picture, pixels from its top left corner. */
export type PicturePlace = { readonly left: number; readonly top: number };

/** Height of the person that is shown in a picture, metres. */
export const PERSON_HEIGHT = 1.75;

/**
 * Where in the picture a place in space is, in pixels; null outside of it, and for what a camera can be aimed at,
 * which is no one picture.
 *
 * A usual lens keeps straight lines straight. Of a panorama, columns are even steps of direction and rows even steps
 * of the angle below the horizontal: what lies along the horizontal has the density of the arc model.
 */
export function projectToPicture(view: View, place: Place): PicturePlace | null {
  if (view.picture === 'reach' || !isInPicture(view, place)) return null;
  return view.picture === 'frustum' ? onFrustum(view, place) : onPanorama(view, place);
}

/** Where a place in front of a usual lens is, beside the picture too; null at the lens and behind it. */
function onFrustum(view: FrustumView, place: Place): PicturePlace | null {
  const from = fromLens(view, place);
  const depth = dot3(from, view.forward);
  if (!(depth > 0)) return null;
  const across = dot3(from, view.right) / (depth * view.halfWidth);
  const upward = dot3(from, view.up) / (depth * view.halfHeight);
  return { left: (view.widthPx / 2) * (1 + across), top: (view.heightPx / 2) * (1 - upward) };
}

function onPanorama(view: PanoramaView, place: Place): PicturePlace | null {
  const [name] = placesInPanorama(view, rayTo(view, place));
  if (!name) return null;
  const { from, to } = elevationsOf(view);
  return {
    left: view.widthPx * (0.5 - name.x / view.fieldOfView.horizontal),
    top: (view.heightPx * (name.y - from)) / (to - from),
  };
}

/** What a picture shows of a person of 1.75 m who stands at a place. */
export type PersonInPicture = {
  /** Across a face of 0.16 m, at 1.7 m above the floor. */
  readonly facePx: number;
  /** From feet to head, whole even where the picture ends between; null where one of them is beside a panorama. */
  readonly heightPx: number | null;
  readonly feet: PicturePlace | null;
  readonly head: PicturePlace | null;
};

/**
 * What a picture shows of a person who stands at a place of the floor; null for what a camera can be aimed at, and
 * for who stands at the lens or behind it.
 */
export function personInPicture(view: View, at: Point, model: DensityModel): PersonInPicture | null {
  if (view.picture === 'reach') return null;
  const feet = { x: at.x, y: at.y, z: 0 };
  const head = { x: at.x, y: at.y, z: PERSON_HEIGHT };
  const facePx = FACE_WIDTH * densityAt(view, at, TARGET_HEIGHT, model);
  const [low, high] =
    view.picture === 'frustum'
      ? [onFrustum(view, feet), onFrustum(view, head)]
      : [onPanorama(view, feet), onPanorama(view, head)];
  if (view.picture === 'frustum' && !(low && high)) return null;
  return {
    facePx,
    heightPx: low && high ? Math.hypot(high.left - low.left, high.top - low.top) : null,
    feet: projectToPicture(view, feet),
    head: projectToPicture(view, head),
  };
}
