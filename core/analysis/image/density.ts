import type { Point } from '../../geometry/point.ts';
import type { DensityModel } from './density-models.ts';
import { isInReach, placesInPanorama, type Ray, rayTo } from './elevations.ts';
import { dot3, fromLens, type Place, type ReachView, type View } from './view.ts';

/** Face from side to side, metres. */
export const FACE_WIDTH = 0.16;

/** Whether a place is in the picture of a view, whatever hides it, or can be brought into it by aiming. */
export function isInPicture(view: View, place: Place): boolean {
  if (view.picture === 'panorama') return placesInPanorama(view, rayTo(view, place)).length > 0;
  if (view.picture === 'reach') return isInReach(view, rayTo(view, place));
  const from = fromLens(view, place);
  const depth = dot3(from, view.forward);
  if (!(depth > 0)) return false;
  return (
    Math.abs(dot3(from, view.right)) <= view.halfWidth * depth &&
    Math.abs(dot3(from, view.up)) <= view.halfHeight * depth
  );
}

/**
 * Pixels per metre across at a place `targetHeight` metres above the floor, whether or not it is in the picture;
 * 0 behind the camera, infinite in the lens itself, never NaN.
 *
 * Across: on a line square to the optical axis. Of a camera that is aimed, it is the density with the camera turned
 * to the place as far as its tilts go. From half a turn on `flat` is `arc` (`modelFor`).
 */
export function densityAt(view: View, at: Point, targetHeight: number, model: DensityModel): number {
  const distance = measuredDistance(view, { x: at.x, y: at.y, z: targetHeight }, model);
  if (Number.isNaN(distance)) throw new Error('A place that is no number was not checked before use.');
  if (distance < 0) return 0;
  return distance === 0 ? Number.POSITIVE_INFINITY : view.focalPx[model] / distance;
}

/** The distance that a model divides by; negative behind the camera. */
function measuredDistance(view: View, place: Place, model: DensityModel): number {
  if (view.picture === 'frustum') {
    const from = fromLens(view, place);
    const depth = dot3(from, view.forward);
    return model === 'arc' && depth >= 0 ? Math.hypot(from.x, from.y, from.z) : depth;
  }
  const ray = rayTo(view, place);
  if (view.picture === 'panorama' || model === 'arc') return ray.distance;
  return ray.distance * Math.cos(offAxis(view, ray));
}

/** How far a direction is from where a camera can be aimed, radians. */
function offAxis({ tilts }: ReachView, { below }: Ray): number {
  return Math.max(tilts.least - below, below - tilts.most, 0);
}

/** Pixels across something `metres` wide at a place: a face (`FACE_WIDTH`), a licence plate. */
export function pixelsAcross(
  view: View,
  target: { readonly at: Point; readonly targetHeight: number; readonly metres: number },
  model: DensityModel,
): number {
  return target.metres * densityAt(view, target.at, target.targetHeight, model);
}

/** Depth along the axis, or distance from the lens, at which a density is met, metres. */
export function reachOfLevel(view: View, pixelsPerMetre: number, model: DensityModel): number {
  if (!(pixelsPerMetre > 0)) throw new Error(`A level of ${pixelsPerMetre} px/m was not checked before use.`);
  return view.focalPx[model] / pixelsPerMetre;
}
