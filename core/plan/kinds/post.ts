import { fields, idOf, oneOf, whole } from '../../records/schemas.ts';
import { angle, deviceDefaults, deviceShape, name, paragraph, point } from './parts/fields.ts';
import { atPlace, turning } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const postTypes = ['fixed', 'booth', 'vehicle'] as const;

const schema = fields({
  id: idOf('post'),
  ...deviceShape,
  at: point,
  direction: angle,
  type: oneOf(postTypes),
  hours: name,
  staff: whole(0, 1000),
  orders: paragraph,
});

const defaults = {
  ...deviceDefaults,
  direction: 0,
  type: 'fixed',
  hours: '24 h',
  staff: 1,
  orders: '',
} as const;

export const postKind = {
  schema,
  defaults,
  relations: placed,
  geometry: turning(atPlace()),
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: { prefix: 'GP', digits: 1 },
} as const;
