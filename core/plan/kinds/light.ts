import { fields, idOf, nullable, number, oneOf } from '../../records/schemas.ts';
import { angle, deviceDefaults, deviceShape, distance, point, positiveLength } from './parts/fields.ts';
import { atPlace, turning } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const lightTypes = ['pole', 'wall', 'bollard', 'flood'] as const;

/** A luminaire; `direction` is where a wall light or floodlight shines. */
const schema = fields({
  id: idOf('light'),
  ...deviceShape,
  at: point,
  direction: angle,
  /** Of the light source above the floor. */
  height: distance,
  type: oneOf(lightTypes),
  /** Least illuminance within its range, lux; null when not known. */
  illuminanceLux: nullable(number(0, 1_000_000)),
  /** How far from it that illuminance is kept; null when not known. */
  range: nullable(positiveLength),
});

const defaults = {
  ...deviceDefaults,
  direction: 0,
  height: 6,
  type: 'pole',
  illuminanceLux: null,
  range: null,
} as const;

export const lightKind = {
  schema,
  defaults,
  relations: placed,
  geometry: turning(atPlace()),
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: { prefix: 'L', digits: 1 },
} as const;
