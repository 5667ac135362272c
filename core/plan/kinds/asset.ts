import { fields, idOf, nullable, oneOf } from '../../records/schemas.ts';
import { name, placedDefaults, placedShape, point, positiveLength, ring } from './parts/fields.ts';
import { atPlace, either, inRing } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const criticalities = ['low', 'medium', 'high', 'very-high'] as const;

/** Something that is protected, at a place `at` or within a `ring`; the other one of the two is null. */
const schema = fields({
  id: idOf('asset'),
  ...placedShape,
  at: nullable(point),
  ring: nullable(ring),
  name,
  criticality: oneOf(criticalities),
  /** How far vehicles must be kept from it; null when nothing is required. */
  standoff: nullable(positiveLength),
});

const defaults = {
  ...placedDefaults,
  at: null,
  ring: null,
  name: '',
  criticality: 'medium',
  standoff: null,
} as const;

export const assetKind = {
  schema,
  defaults,
  relations: placed,
  geometry: either(inRing(), atPlace()),
  hit: 'surface',
  cutting: null,
  isGauged: false,
  tags: { prefix: 'A', digits: 1 },
} as const;
