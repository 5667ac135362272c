import { fields, flag, idOf, nullable, oneOf } from '../../records/schemas.ts';
import { angle, placedDefaults, placedShape, point, positiveLength } from './parts/fields.ts';
import { atPlace, turning } from './parts/geometry.ts';
import { by, placed } from './parts/relation.ts';

export const gateTypes = ['swing', 'double-swing', 'sliding', 'lift'] as const;
export const gateUses = ['vehicle', 'pedestrian', 'emergency'] as const;

/** A way through; `direction` runs along the opening. What stops a vehicle there is a barrier that names it. */
const schema = fields({
  id: idOf('gate'),
  ...placedShape,
  at: point,
  direction: angle,
  width: positiveLength,
  /** The fence it stands in, or null; then `at` lies on the fence's path. */
  fence: nullable(idOf('fence')),
  type: oneOf(gateTypes),
  use: oneOf(gateUses),
  open: flag(),
});

const defaults = {
  ...placedDefaults,
  direction: 0,
  width: 4,
  fence: null,
  type: 'double-swing',
  use: 'vehicle',
  open: false,
} as const;

/** Width and type that a new gate of each use starts with, metres. */
export const gateSizes = {
  vehicle: { width: 4, type: 'double-swing' },
  pedestrian: { width: 1, type: 'swing' },
  emergency: { width: 1, type: 'swing' },
} as const;

export const gateKind = {
  schema,
  defaults,
  relations: { ...placed, fence: { ...by, to: ['fence'], onFloor: 'comes' } },
  geometry: turning(atPlace({ along: 'width' })),
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: { prefix: 'G', digits: 1 },
} as const;
