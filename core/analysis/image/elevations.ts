import type { Interval } from '../../geometry/camera-footprint.ts';
import { angleOf, type Point } from '../../geometry/point.ts';
import { normaliseAngle } from '../../units.ts';
import type { PanoramaView, Place, ReachView } from './view.ts';
import { fromLens } from './view.ts';

/** Angles below the horizontal, radians. */
export type Elevations = { readonly from: number; readonly to: number };

/** A direction in space: `azimuth` from the camera's own, anticlockwise in (−π, π], and the angle below the horizontal. */
export type Ray = { readonly azimuth: number; readonly below: number; readonly distance: number };

/** Radians that an angle may be over a limit and still at it: what the sine of a quarter turn loses. */
const SLACK = 1e-12;

/** The direction and distance from the lens to a place. */
export function rayTo(view: PanoramaView | ReachView, place: Place): Ray {
  const { x, y, z } = fromLens(view, place);
  const along = Math.hypot(x, y);
  return {
    azimuth: along === 0 ? 0 : normaliseAngle(angleOf({ x: 0, y: 0 }, { x, y }) - view.direction),
    below: Math.atan2(-z, along),
    distance: Math.hypot(along, z),
  };
}

/**
 * The angles below the horizontal that a picture holds in its own direction: beyond a quarter turn it goes on behind
 * the lens, there to the horizontal and no farther, unless it is of a full turn.
 */
export function elevationsOf(view: PanoramaView | ReachView): Elevations {
  const { vertical } = view.fieldOfView;
  const half = vertical / 2;
  if (view.picture === 'reach') return { from: view.tilts.least - half, to: view.tilts.most + half };
  if (vertical >= 2 * Math.PI) return { from: -Math.PI, to: Math.PI };
  return { from: Math.max(view.tilt - half, -Math.PI), to: Math.min(view.tilt + half, Math.PI) };
}

/** The names under which a direction is in a panorama: its own, and the one over the point beneath or above the lens. */
export function placesInPanorama(view: PanoramaView, { azimuth, below }: Ray): readonly Point[] {
  const { from, to } = elevationsOf(view);
  const half = view.fieldOfView.horizontal / 2;
  const behind = normaliseAngle(azimuth + Math.PI);
  const names = [
    { x: azimuth, y: below },
    { x: behind, y: Math.PI - below },
    { x: behind, y: -Math.PI - below },
  ];
  return names.filter(({ x, y }) => Math.abs(x) <= half + SLACK && y >= from - SLACK && y <= to + SLACK);
}

/** Whether a direction is in what a camera can be aimed at. */
export function isInReach(view: ReachView, { below }: Ray): boolean {
  const { from, to } = elevationsOf(view);
  return below >= from - SLACK && below <= to + SLACK;
}

/** What is seen along the ground ahead of a lens and behind it, metres; null for nothing. */
export type Stretches = { readonly ahead: Interval | null; readonly behind: Interval | null };

/**
 * Where on a plane `drop` metres beneath the lens (above it when negative) the angles below the horizontal lie
 * between two.
 *
 * ```
 *   lens ─┐ - - - - horizontal        ahead.near = drop / tan(to), 0 when that is a quarter turn or more
 *         │\  ' . from                ahead.far  = drop / tan(from), infinite when that is level or rises
 *   ----- + \-----' . ----            behind: from 0 to drop / tan(π − to), when `to` goes over the point beneath
 *            to
 * ```
 */
export function stretchesAt({ from, to }: Elevations, drop: number): Stretches {
  if (drop < 0) return stretchesAt({ from: -to, to: -from }, -drop);
  if (drop === 0) {
    const all = { near: 0, far: Number.POSITIVE_INFINITY };
    return {
      ahead: from <= 0 && to >= 0 ? all : null,
      behind: to >= Math.PI - SLACK || from <= SLACK - Math.PI ? all : null,
    };
  }
  const quarter = Math.PI / 2;
  const distanceAt = (angle: number) => (angle <= 0 ? Number.POSITIVE_INFINITY : drop / Math.tan(angle));
  const isAhead = to > 0 && from < quarter;
  return {
    ahead: isAhead ? { near: to >= quarter ? 0 : distanceAt(to), far: distanceAt(from) } : null,
    behind: to > quarter ? { near: 0, far: distanceAt(Math.PI - to) } : null,
  };
}
