import { fields, idOf, idOfAny, list, nullable, number, oneOf } from '../../records/schemas.ts';
import {
  angle,
  deviceDefaults,
  deviceShape,
  distance,
  fullAngle,
  millimetres,
  name,
  pixels,
  point,
  positiveLength,
} from './parts/fields.ts';
import { atPlace, turning } from './parts/geometry.ts';
import { by, placed } from './parts/relation.ts';

const aimed = { direction: angle, focalLengthMm: nullable(millimetres) };
/** One of several sensors, and a view that a camera turns to: directions from the camera's own, anticlockwise. */
const cameraSensor = fields({ ...aimed, tilt: nullable(angle) });
const preset = fields({ ...aimed, name, tilt: angle });
/** More of them on one camera are a mistake. */
const MOST_VIEWS = 64;

export const cameraTypes = ['fixed', 'ptz', 'panoramic', 'multisensor', 'thermal'] as const;

const schema = fields({
  id: idOf('camera'),
  ...deviceShape,
  at: point,
  direction: angle,
  /** Of the lens above the floor. */
  height: distance,
  /** Of the optical axis below the horizontal. */
  tilt: angle,
  roll: angle,
  type: oneOf(cameraTypes),
  focalLengthMm: millimetres,
  sensorWidthMm: millimetres,
  sensorHeightMm: millimetres,
  widthPx: pixels,
  heightPx: pixels,
  /** From the data sheet; null derives it from lens and sensor. */
  fieldOfView: nullable(fields({ horizontal: fullAngle, vertical: fullAngle })),
  range: nullable(positiveLength),
  /** Least light that it sees by, and how far its own infrared light reaches; null when not known. */
  minimumLux: nullable(number(0, 1_000_000)),
  infraredRange: nullable(positiveLength),
  /** Of a camera of several pictures each; none for those of its own lens alone. */
  sensors: list(cameraSensor, 0, MOST_VIEWS),
  presets: list(preset, 0, MOST_VIEWS),
  /** Between which tilts a PTZ can be aimed; null for its own tilt alone. */
  tiltRange: nullable(fields({ least: angle, most: angle })),
  mountedOn: nullable(idOfAny(['wall', 'building', 'obstacle'])),
});

// 1/2.8" 2 MP sensor: 1920 x 1080 pixels of 2.9 micrometres.
const defaults = {
  ...deviceDefaults,
  direction: 0,
  height: 3,
  tilt: 0.261799,
  roll: 0,
  type: 'fixed',
  focalLengthMm: 2.8,
  sensorWidthMm: 5.568,
  sensorHeightMm: 3.132,
  widthPx: 1920,
  heightPx: 1080,
  fieldOfView: null,
  range: null,
  minimumLux: null,
  infraredRange: null,
  sensors: [],
  presets: [],
  tiltRange: null,
  mountedOn: null,
} as const;

export const cameraKind = {
  schema,
  defaults,
  relations: { ...placed, mountedOn: { ...by, to: ['wall', 'building', 'obstacle'] } },
  geometry: turning(atPlace()),
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: { prefix: 'C', digits: 2 },
} as const;
