import { z } from '../../schema.ts';
import {
  angle,
  deviceDefaults,
  deviceShape,
  fullAngle,
  idOf,
  path,
  point,
  positiveLength,
} from './parts/fields.ts';
import { alongPath, atPlace, either, turning } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const sensorTypes = [
  'motion',
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
const schema = z.strictObject({
  id: idOf('sensor'),
  ...deviceShape,
  at: point.nullable(),
  direction: angle,
  path: path.nullable(),
  type: z.enum(sensorTypes),
  /** How far it detects, and how wide around its direction; null when not known or of no meaning. */
  range: positiveLength.nullable(),
  angle: fullAngle.nullable(),
});

const defaults = {
  ...deviceDefaults,
  at: null,
  direction: 0,
  path: null,
  type: 'motion',
  range: null,
  angle: null,
} as const;

export const sensorKind = {
  schema,
  defaults,
  relations: placed,
  geometry: turning(either(alongPath(), atPlace())),
  hit: 'shape',
  tags: {
    prefixes: {
      motion: 'M',
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
