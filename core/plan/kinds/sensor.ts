import { fields, idOf, nullable, oneOf } from '../../records/schemas.ts';
import {
  angle,
  deviceDefaults,
  deviceShape,
  distance,
  fullAngle,
  path,
  point,
  positiveLength,
} from './parts/fields.ts';
import { alongPath, atPlace, either, turning } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const sensorTypes = [
  'motion',
  'curtain',
  'ceiling',
  'radar',
  'beam',
  'glass-break',
  'door-contact',
  'fence',
  'buried',
  'seismic',
  'duress',
] as const;

/** The types that watch a line; the others watch from a place. */
export const lineSensorTypes = ['beam', 'fence', 'buried', 'seismic'] as const;

/** A detector at a place `at` with a `direction`, or along a `path`; the other one of the two is null. */
const schema = fields({
  id: idOf('sensor'),
  ...deviceShape,
  at: nullable(point),
  direction: angle,
  path: nullable(path),
  type: oneOf(sensorTypes),
  /** Above the floor; null when not known. */
  height: nullable(distance),
  /** How far it detects, and how wide around its direction; null when not known or of no meaning. */
  range: nullable(positiveLength),
  angle: nullable(fullAngle),
});

const defaults = {
  ...deviceDefaults,
  at: null,
  direction: 0,
  path: null,
  type: 'motion',
  height: null,
  range: null,
  angle: null,
} as const;

export const sensorKind = {
  schema,
  defaults,
  relations: placed,
  geometry: turning(either(alongPath(), atPlace())),
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: {
    prefixes: {
      motion: 'M',
      curtain: 'MC',
      ceiling: 'CD',
      radar: 'RA',
      beam: 'PB',
      'glass-break': 'GB',
      'door-contact': 'DC',
      fence: 'FS',
      buried: 'BS',
      seismic: 'SS',
      duress: 'DB',
    } satisfies Readonly<Record<(typeof sensorTypes)[number], string>>,
    digits: 1,
  },
} as const;
