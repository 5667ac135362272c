import { fields, idOf } from '../../records/schemas.ts';
import { placedDefaults, placedShape, ring } from './parts/fields.ts';
import { inRing } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

const schema = fields({ id: idOf('propertyLine'), ...placedShape, ring });

const defaults = placedDefaults;

export const propertyLineKind = {
  schema,
  defaults,
  relations: placed,
  geometry: inRing(),
  hit: 'outline',
  cutting: 'edge',
  isGauged: true,
  tags: null,
} as const;
