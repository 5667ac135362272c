import { fields, idOf, list, nullable, oneOf } from '../../records/schemas.ts';
import { deviceDefaults, deviceShape, name, point, positiveLength } from './parts/fields.ts';
import { alongPath } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const bollardModes = ['fixed', 'removable', 'retractable'] as const;

/** A row of bollards along a path, or one; how many there are follows from path and spacing. */
const schema = fields({
  id: idOf('bollards'),
  ...deviceShape,
  path: list(point, 1, 20_000),
  diameter: positiveLength,
  /** Centre to centre. */
  spacing: positiveLength,
  height: positiveLength,
  mode: oneOf(bollardModes),
  rating: nullable(name),
});

const defaults = {
  ...deviceDefaults,
  diameter: 0.25,
  spacing: 1.4,
  height: 1,
  mode: 'fixed',
  rating: null,
} as const;

export const bollardsKind = {
  schema,
  defaults,
  relations: placed,
  geometry: alongPath({ width: 'diameter', fewest: 1 }),
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: { prefix: 'B', digits: 1 },
} as const;
