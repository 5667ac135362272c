import { fields, idOf, idOfAny, nullable, oneOf } from '../../records/schemas.ts';
import {
  angle,
  deviceDefaults,
  deviceShape,
  distance,
  fullAngle,
  millimetres,
  pixels,
  point,
  positiveLength,
} from './parts/fields.ts';
import { atPlace, turning } from './parts/geometry.ts';
import { by, placed } from './parts/relation.ts';

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
