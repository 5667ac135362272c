import type { Point } from './point.ts';
import type { Sector } from './sector.ts';

/** What the footprint of a camera follows from. Angles in radians, metres unless named otherwise. */
export type CameraView = {
  /** Of the lens above the floor. */
  readonly height: number;
  /** Of the optical axis below the horizontal. */
  readonly tilt: number;
  readonly focalLengthMm: number;
  readonly sensorWidthMm: number;
  readonly sensorHeightMm: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** From the data sheet; null derives it from lens and sensor. */
  readonly fieldOfView: FieldOfView | null;
  /** Distance beyond which nothing counts as seen, of its infrared light for instance; null for none. */
  readonly range: number | null;
};

export type FieldOfView = { readonly horizontal: number; readonly vertical: number };

/** Metres along the ground from the camera; `far` may be infinite. */
export type Interval = { readonly near: number; readonly far: number };

/**
 * How distance follows from pixel density. `flat`: the pictured width grows on a plane square to the axis.
 * `arc`: on a circle around the camera, the only one that exists from half a turn on.
 */
export type DensityModel = 'flat' | 'arc';

export type Level<Key extends string = string> = { readonly key: Key; readonly pixelsPerMetre: number };

export type LevelBand<Key extends string = string> = {
  readonly level: Level<Key>;
  /** Distance at which the density falls to the level, whatever else limits the view. */
  readonly reach: number;
  /** Where the level is met: within reach, range and far edge, beyond the dead zone. Null for nowhere. */
  readonly interval: Interval | null;
};

export type CameraFootprint = {
  readonly fieldOfView: FieldOfView;
  readonly model: DensityModel;
  /** Between dead zone and far edge at the target height, within range. Null when nothing there is seen. */
  readonly visible: Interval | null;
};

/** Height of what is to be seen, a head, above the floor: the dead zone and far edge are taken there. */
export const TARGET_HEIGHT = 1.7;

/** Angle of view of a length on the sensor, radians: 2·atan(size / 2f). Rectilinear lenses only. */
export function angleOfView(sizeMm: number, focalLengthMm: number): number {
  return 2 * Math.atan(sizeMm / (2 * focalLengthMm));
}

/** Field of view from the data sheet, or from lens and sensor. */
export function fieldOfViewOf(camera: CameraView): FieldOfView {
  return (
    camera.fieldOfView ?? {
      horizontal: angleOfView(camera.sensorWidthMm, camera.focalLengthMm),
      vertical: angleOfView(camera.sensorHeightMm, camera.focalLengthMm),
    }
  );
}

/** The model used by default: the lower, safer figure where there is a choice. */
export function densityModelOf({ horizontal }: FieldOfView): DensityModel {
  return horizontal < Math.PI ? 'flat' : 'arc';
}

/**
 * Distance in metres at which a camera's picture still has so many pixels per metre across.
 *
 * Flat: N / (2 ρ tan(HFOV / 2)), as EN/IEC 62676-4:2014 figure 4. Arc: N / (ρ · HFOV).
 */
export function reachOf(camera: CameraView, pixelsPerMetre: number, model?: DensityModel): number {
  const fieldOfView = fieldOfViewOf(camera);
  const { horizontal } = fieldOfView;
  const across =
    (model ?? densityModelOf(fieldOfView)) === 'flat' ? 2 * Math.tan(horizontal / 2) : horizontal;
  return camera.widthPx / (pixelsPerMetre * across);
}

/**
 * Distance in metres from pixel pitch, which holds in the middle of the picture: f / (p · ρ).
 *
 * The figure that makers of wide lenses tend to publish; the pitch is that of the sensor across.
 */
export function centreReachOf(camera: CameraView, pixelsPerMetre: number): number {
  const pitchMm = camera.sensorWidthMm / camera.widthPx;
  return camera.focalLengthMm / (pitchMm * pixelsPerMetre);
}

/**
 * Where on the ground under the optical axis a target of a height is in the picture; null for nowhere.
 *
 * ```
 *   camera ─┐ - - - - - horizontal       near = (h − t) / tan(τ + VFOV / 2), 0 when that is steep
 *    h      │ \   ' .                    far  = (h − t) / tan(τ − VFOV / 2), infinite when that is level
 *           │  \      ' .
 *   t ------+---+---------+------        a target above the camera: the same upside down
 *          dead near     far
 * ```
 */
export function visibleInterval(camera: CameraView, targetHeight = TARGET_HEIGHT): Interval | null {
  const { vertical } = fieldOfViewOf(camera);
  const drop = camera.height - targetHeight;
  const upper = camera.tilt - vertical / 2;
  const lower = camera.tilt + vertical / 2;
  if (drop === 0) return upper <= 0 && lower >= 0 ? { near: 0, far: Number.POSITIVE_INFINITY } : null;
  return drop > 0 ? groundBetween(drop, upper, lower) : groundBetween(-drop, -lower, -upper);
}

/** Distances at which the angle down to a plane lies between two angles, the steeper last. */
function groundBetween(drop: number, flatter: number, steeper: number): Interval | null {
  if (steeper <= 0 || flatter >= Math.PI / 2) return null;
  return {
    near: steeper >= Math.PI / 2 ? 0 : drop / Math.tan(steeper),
    far: flatter <= 0 ? Number.POSITIVE_INFINITY : drop / Math.tan(flatter),
  };
}

function within(interval: Interval | null, far: number): Interval | null {
  if (!interval || interval.near >= far) return null;
  return { near: interval.near, far: Math.min(interval.far, far) };
}

/**
 * What a camera sees on open flat ground; walls do not count, roll is not considered.
 *
 * The radius of the dead zone is `visible.near`.
 */
export function footprintOf(camera: CameraView, targetHeight = TARGET_HEIGHT): CameraFootprint {
  const fieldOfView = fieldOfViewOf(camera);
  const range = camera.range ?? Number.POSITIVE_INFINITY;
  const visible = within(visibleInterval(camera, targetHeight), range);
  return { fieldOfView, model: densityModelOf(fieldOfView), visible };
}

/**
 * Where on open flat ground a camera meets each level, in the order of the levels.
 *
 * Distances are measured on the ground, in every direction of the horizontal field of view as on its axis:
 * the plan shows them as sectors around the camera (`bandSector`).
 *
 * @see EN/IEC 62676-4:2014, pixel density on a flat target plane
 */
export function levelBands<Key extends string>(
  camera: CameraView,
  levels: readonly Level<Key>[],
  targetHeight = TARGET_HEIGHT,
): readonly LevelBand<Key>[] {
  const { visible } = footprintOf(camera, targetHeight);
  return levels.map((level) => {
    const reach = reachOf(camera, level.pixelsPerMetre);
    return { level, reach, interval: within(visible, reach) };
  });
}

/** The surface of a plan that an interval of a camera's view covers; `far` must be finite. */
export function bandSector(
  { at, direction }: { readonly at: Point; readonly direction: number },
  { horizontal }: FieldOfView,
  interval: Interval,
): Sector {
  return { centre: at, direction, width: horizontal, near: interval.near, far: interval.far };
}
