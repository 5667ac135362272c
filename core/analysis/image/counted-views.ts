import { err, ok, type Result } from '../../result.ts';
import { DEFAULT_MODEL, type DensityModel } from './density-models.ts';
import {
  checkedMounting,
  checkedOptics,
  flawOfFigure,
  type Mounting,
  type Optics,
  type OpticsFlaw,
  withFocalLength,
} from './optics.ts';
import { reachViewOf, type TiltRange, type View, viewOf } from './view.ts';

export type CameraSort = 'fixed' | 'ptz' | 'panoramic' | 'multisensor' | 'thermal';

/** One of the sensors of a camera that has several; null for what it has as its camera. Radians. */
export type CameraSensor = {
  /** From the camera's own direction, anticlockwise: it turns with the camera. */
  readonly direction: number;
  readonly tilt: number | null;
  readonly focalLengthMm: number | null;
};

/** A named view that a camera turns to by itself. Radians. */
export type CameraPreset = {
  readonly name: string;
  /** From the camera's own direction, anticlockwise: it turns with the camera. */
  readonly direction: number;
  readonly tilt: number;
  readonly focalLengthMm: number | null;
};

/** What of a camera decides what it pictures, metres and radians. */
export type CameraOptics = Mounting &
  Optics & {
    readonly type: CameraSort;
    /** Farthest that counts, along the ground; null for none. */
    readonly range: number | null;
    /** Of several sensors each; the figures of lens and sensor are then those of one. Empty for a camera of one picture. */
    readonly sensors: readonly CameraSensor[];
    /** Where a PTZ camera looks; empty counts what it can reach. */
    readonly presets: readonly CameraPreset[];
    /** Between which tilts a PTZ camera can be aimed; null for its own tilt alone. */
    readonly tiltRange: TiltRange | null;
    /** Least light in lux that it sees by; null for unknown. */
    readonly minimumLux: number | null;
    /** How far its own infrared light reaches, along the ground; null for none or unknown. */
    readonly infraredRange: number | null;
  };

/** What was counted as the views of a camera. */
export type CountedAs = 'picture' | 'sensors' | 'presets' | 'reach';

export type CountedView = { readonly name: string | null; readonly view: View };

export type CountedViews = {
  readonly countedAs: CountedAs;
  readonly views: readonly CountedView[];
  /** The model of the camera unless another is chosen: `arc` of fisheyes and panoramic cameras, else `flat`. */
  readonly model: DensityModel;
  /** What of the camera does not count in these views, to be said. */
  readonly leftOut: readonly ('roll' | 'presets' | 'sensors')[];
};

/** More views of one camera are a mistake. */
const MOST_VIEWS = 256;

/**
 * The views of a camera that count: of a fixed or thermal one its picture, of a panoramic one its round picture, of
 * one with sensors that of each, of a PTZ one its presets, or without them its reach: all round, at its tilts.
 *
 * @returns the flaw of the first figure that no camera can have, with the sensor or preset that has it
 */
export function countedViews(camera: CameraOptics): Result<CountedViews, OpticsFlaw> {
  const flaw = ownFlaw(camera);
  if (flaw) return err(flaw);
  if (camera.type === 'ptz') return camera.presets.length > 0 ? presetViews(camera) : reachOf(camera);
  if (camera.type === 'multisensor' && camera.sensors.length > 0) return sensorViews(camera);
  const view = viewOf(camera, camera);
  return view.ok ? ok(counted(camera, 'picture', [{ name: null, view: view.value }])) : view;
}

/** How far a camera sees where no other light is, along the ground: as far as its own, and that is 0 when unknown. */
export function rangeInTheDark({
  range,
  infraredRange,
}: Pick<CameraOptics, 'range' | 'infraredRange'>): number {
  return Math.min(infraredRange ?? 0, range ?? Number.POSITIVE_INFINITY);
}

function ownFlaw(camera: CameraOptics): OpticsFlaw | null {
  const mounting = checkedMounting(camera);
  if (!mounting.ok) return mounting.error;
  const optics = checkedOptics(camera);
  if (!optics.ok) return optics.error;
  const { presets, sensors, range, minimumLux, infraredRange } = camera;
  const least = { least: 0, most: 1_000_000 } as const;
  return (
    flawOfOptional('range', range, { called: 'range', ...least, unit: 'm' }) ??
    flawOfOptional('minimumLux', minimumLux, { called: 'least light', ...least, unit: 'lx' }) ??
    flawOfOptional('infraredRange', infraredRange, {
      called: 'range of the infrared light',
      ...least,
      unit: 'm',
    }) ??
    tooMany('presets', presets) ??
    tooMany('sensors', sensors)
  );
}

function flawOfOptional(
  field: string,
  value: number | null,
  bounds: Parameters<typeof flawOfFigure>[2],
): OpticsFlaw | null {
  return value === null ? null : flawOfFigure(field, value, bounds);
}

function tooMany(field: 'presets' | 'sensors', { length }: readonly unknown[]): OpticsFlaw | null {
  if (length <= MOST_VIEWS) return null;
  return { field, message: `The camera has ${length} ${field}; it must be at most ${MOST_VIEWS}.` };
}

function sensorViews(camera: CameraOptics): Result<CountedViews, OpticsFlaw> {
  const views: CountedView[] = [];
  for (const [index, sensor] of camera.sensors.entries()) {
    const tilt = sensor.tilt ?? camera.tilt;
    const view = turnedView(camera, { direction: sensor.direction, tilt }, sensor.focalLengthMm);
    if (!view.ok)
      return err({
        field: `sensors.${index}.${view.error.field}`,
        message: `Sensor ${index + 1}: ${view.error.message}`,
      });
    views.push({ name: `${index + 1}`, view: view.value });
  }
  return ok(counted(camera, 'sensors', views));
}

function presetViews(camera: CameraOptics): Result<CountedViews, OpticsFlaw> {
  const views: CountedView[] = [];
  for (const [index, preset] of camera.presets.entries()) {
    const view = turnedView(camera, preset, preset.focalLengthMm);
    if (!view.ok)
      return err({
        field: `presets.${index}.${view.error.field}`,
        message: `Preset “${preset.name}”: ${view.error.message}`,
      });
    views.push({ name: preset.name, view: view.value });
  }
  return ok(counted(camera, 'presets', views));
}

/** A view of a camera turned from its own direction, at a tilt and focal length of its own. */
function turnedView(
  camera: CameraOptics,
  turned: Pick<Mounting, 'direction' | 'tilt'>,
  focalLengthMm: number | null,
): Result<View, OpticsFlaw> {
  const optics = withFocalLength<Optics>(camera, focalLengthMm ?? camera.focalLengthMm);
  if (!optics.ok) return optics;
  const { at, height, roll } = camera;
  const direction = camera.direction + turned.direction;
  return viewOf({ at, height, roll, direction, tilt: turned.tilt }, optics.value);
}

function reachOf(camera: CameraOptics): Result<CountedViews, OpticsFlaw> {
  const view = reachViewOf(camera, camera, camera.tiltRange ?? { least: camera.tilt, most: camera.tilt });
  return view.ok ? ok(counted(camera, 'reach', [{ name: null, view: view.value }])) : view;
}

function counted(camera: CameraOptics, countedAs: CountedAs, views: readonly CountedView[]): CountedViews {
  const isRound = camera.type === 'panoramic' || views.some(({ view }) => view.picture === 'panorama');
  const model = isRound ? 'arc' : DEFAULT_MODEL;
  const leftOut: CountedViews['leftOut'] = [
    ...(camera.roll !== 0 && views.some(({ view }) => view.picture !== 'frustum') ? (['roll'] as const) : []),
    ...(camera.presets.length > 0 && countedAs !== 'presets' ? (['presets'] as const) : []),
    ...(camera.sensors.length > 0 && countedAs !== 'sensors' ? (['sensors'] as const) : []),
  ];
  return { countedAs, views, model, leftOut };
}
