import { fields, idOf, whole } from '../../records/schemas.ts';
import { angle, placedDefaults, placedShape, positiveLength, ring } from './parts/fields.ts';
import { inRing, turning } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

const schema = fields({
  id: idOf('parking'),
  ...placedShape,
  ring,
  stalls: whole(0, 100_000),
  stallWidth: positiveLength,
  /** Direction in which the cars stand. */
  direction: angle,
});

const defaults = { ...placedDefaults, stalls: 0, stallWidth: 2.6, direction: 0 } as const;

export const parkingKind = {
  schema,
  defaults,
  relations: placed,
  geometry: turning(inRing()),
  hit: 'surface',
  cutting: 'edge',
  isGauged: true,
  tags: null,
} as const;
