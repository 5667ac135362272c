import { angleOfView, type Level } from '../../geometry/camera-footprint.ts';
import { LARGEST_LENGTH } from '../../plan/kinds/parts/fields.ts';
import { err, ok, type Result } from '../../result.ts';
import { type DensityModel, levelDistance, modelFor } from './density-models.ts';
import {
  checkedOptics,
  fieldOfViewOfOptics,
  flawOfFigure,
  type Optics,
  type OpticsFlaw,
  withFocalLength,
} from './optics.ts';

/** A sensor for which a lens is looked for. */
export type Sensor = Pick<Optics, 'sensorWidthMm' | 'sensorHeightMm' | 'widthPx' | 'heightPx'>;

/** What is to be seen: "identify at 20 m across 4 m". Metres. */
export type LensTask = {
  readonly pixelsPerMetre: number;
  readonly distance: number;
  /** What the picture must be wide enough for at that distance; null for anything. */
  readonly width: number | null;
};

/** The lenses that do a task: each focal length from the least to the greatest. */
export type LensRange = {
  /** Has just the pixel density, and the widest picture: f = W·d·ρ / N. */
  readonly leastMm: number;
  /** Has just the width, and the greatest density: f = W·d / width; null where any width will do. */
  readonly mostMm: number | null;
  /** Width of the picture at the distance with the shortest of them, metres: N / ρ. */
  readonly widestPicture: number;
  /** Horizontal angle of view of the shortest of them, radians. */
  readonly horizontal: number;
};

/** Why no lens does a task: a sentence, and what would. */
export type LensRefusal = {
  readonly field: string;
  readonly message: string;
  /** Pixels across that a sensor must have for the task; null where its figures are at fault. */
  readonly neededPx: number | null;
};

const lengths = { least: 0.001, most: LARGEST_LENGTH, unit: 'm' } as const;
const densities = { called: 'pixel density', least: 0.001, most: 1_000_000, unit: 'px/m' } as const;

/**
 * The focal lengths with which a sensor does a task, by the flat model on a plane square to the optical axis.
 *
 * @returns a refusal when the width at the density needs more pixels than the sensor has across
 * @see EN/IEC 62676-4:2014, figure 4
 */
export function lensesFor(sensor: Sensor, task: LensTask): Result<LensRange, LensRefusal> {
  const { pixelsPerMetre, distance, width } = task;
  // Any focal length will do for looking at the sensor's own figures.
  const sound = checkedOptics({ ...sensor, focalLengthMm: 1, fieldOfView: null });
  const flaw = (sound.ok ? null : sound.error) ?? flawOfTask(task);
  if (flaw) return err({ field: flaw.field, message: flaw.message, neededPx: null });
  const widestPicture = sensor.widthPx / pixelsPerMetre;
  if (width !== null && width > widestPicture) {
    const neededPx = Math.ceil(pixelsPerMetre * width);
    return err({
      field: 'width',
      message: `${width} m at ${pixelsPerMetre} px/m need ${neededPx} pixels across, and the sensor has ${sensor.widthPx}.`,
      neededPx,
    });
  }
  const leastMm = (sensor.sensorWidthMm * distance) / widestPicture;
  const mostMm = width === null ? null : (sensor.sensorWidthMm * distance) / width;
  return ok({ leastMm, mostMm, widestPicture, horizontal: angleOfView(sensor.sensorWidthMm, leastMm) });
}

/** What of a task no lens is ever asked for; null where nothing is wrong. */
export function flawOfTask({ pixelsPerMetre, distance, width }: LensTask): OpticsFlaw | null {
  return (
    flawOfFigure('pixelsPerMetre', pixelsPerMetre, densities) ??
    flawOfFigure('distance', distance, { called: 'distance', ...lengths }) ??
    (width === null ? null : flawOfFigure('width', width, { called: 'width', ...lengths }))
  );
}

/**
 * The focal lengths with which a camera does a task, with another lens before its sensor. Where its angle is that of a
 * data sheet, its sensor is taken as wide as angle and focal length say: see `withFocalLength`.
 */
export function lensesOfCamera(optics: Optics, task: LensTask): Result<LensRange, LensRefusal> {
  const { fieldOfView, focalLengthMm } = optics;
  if (!fieldOfView) return lensesFor(optics, task);
  const sound = withFocalLength(optics, focalLengthMm * 2);
  if (!sound.ok) return err({ ...sound.error, neededPx: null });
  const sensorWidthMm = 2 * Math.tan(fieldOfView.horizontal / 2) * focalLengthMm;
  return lensesFor({ ...optics, sensorWidthMm }, task);
}

/** Where a lens meets a level: how far along its axis, and how wide its picture is there. Metres. */
export type LevelReach<L extends Level> = {
  readonly level: L;
  readonly distance: number;
  /** N / ρ: across a plane, of the arc model along the circle. */
  readonly width: number;
};

export type LensReach<L extends Level> = {
  /** The one computed with: from half a turn on `flat` is `arc`. */
  readonly model: DensityModel;
  readonly levels: readonly LevelReach<L>[];
};

/** The reverse: at which distance a camera meets each level, in the order of the levels, by a model. */
export function levelsOfLens<L extends Level>(
  optics: Optics,
  levels: readonly L[],
  wanted: DensityModel,
): Result<LensReach<L>, OpticsFlaw> {
  const sound = checkedOptics(optics);
  if (!sound.ok) return sound;
  const fieldOfView = fieldOfViewOfOptics(optics);
  const model = modelFor(fieldOfView, wanted);
  const reaches = levels.map((level) => ({
    level,
    distance: levelDistance(optics, fieldOfView, level.pixelsPerMetre, model),
    width: optics.widthPx / level.pixelsPerMetre,
  }));
  return ok({ model, levels: reaches });
}
