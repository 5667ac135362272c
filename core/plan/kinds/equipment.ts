import { fields, idOf } from '../../records/schemas.ts';
import { angle, deviceDefaults, deviceShape, name, point, positiveLength } from './parts/fields.ts';
import { atPlace, turning } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

/** Any item of the catalogue with a body; `depth` lies along `direction`, where its front looks. */
const schema = fields({
  id: idOf('equipment'),
  ...deviceShape,
  at: point,
  direction: angle,
  width: positiveLength,
  depth: positiveLength,
  height: positiveLength,
  name,
});

const defaults = {
  ...deviceDefaults,
  direction: 0,
  width: 0.8,
  depth: 0.6,
  height: 1.2,
  name: '',
} as const;

export const equipmentKind = {
  schema,
  defaults,
  relations: placed,
  geometry: turning(atPlace({ along: 'depth', across: 'width' })),
  hit: 'surface',
  cutting: null,
  isGauged: false,
  tags: { prefix: 'E', digits: 1 },
} as const;
