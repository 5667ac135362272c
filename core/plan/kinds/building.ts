import { fields, idOf } from '../../records/schemas.ts';
import { holes, name, placedDefaults, placedShape, positiveLength, ring } from './parts/fields.ts';
import { inRing } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

const schema = fields({
  id: idOf('building'),
  ...placedShape,
  ring,
  holes,
  name,
  height: positiveLength,
});

const defaults = { ...placedDefaults, holes: [], name: '', height: 6 } as const;

export const buildingKind = {
  schema,
  defaults,
  relations: placed,
  geometry: inRing('with-holes'),
  hit: 'surface',
  cutting: 'edge',
  isGauged: true,
  tags: null,
} as const;
