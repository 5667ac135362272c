import { fields, idOf, nullable, number } from '../../records/schemas.ts';
import { name, path, placedDefaults, placedShape } from './parts/fields.ts';
import { alongPath } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

const speedKmh = number(0, 1000);

/** The way a vehicle may take towards the line that must stop it, in the direction of its path. */
const schema = fields({
  id: idOf('approach'),
  ...placedShape,
  path,
  name,
  /** What drives there, as the design basis names it; empty when not stated. */
  vehicle: name,
  vehicleMassKg: nullable(number(1, 1_000_000)),
  /** Speed at the first point of the path. */
  entrySpeedKmh: nullable(speedKmh),
  /** Speed at its end that what stands there is designed for. */
  designSpeedKmh: nullable(speedKmh),
});

const defaults = {
  ...placedDefaults,
  name: '',
  vehicle: '',
  vehicleMassKg: null,
  entrySpeedKmh: null,
  designSpeedKmh: null,
} as const;

export const approachKind = {
  schema,
  defaults,
  relations: placed,
  geometry: alongPath(),
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: { prefix: 'AP', digits: 1 },
} as const;
