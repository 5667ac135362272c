import { fields, idOf, oneOf } from '../../records/schemas.ts';
import { angle, deviceDefaults, deviceShape, paragraph, point } from './parts/fields.ts';
import { atPlace, turning } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const signTypes = ['warning', 'prohibition', 'information', 'direction', 'traffic'] as const;

/** A sign; `direction` is where those who read it stand, or where an arrow points. */
const schema = fields({
  id: idOf('sign'),
  ...deviceShape,
  at: point,
  direction: angle,
  text: paragraph,
  type: oneOf(signTypes),
});

const defaults = { ...deviceDefaults, direction: 0, text: '', type: 'warning' } as const;

export const signKind = {
  schema,
  defaults,
  relations: placed,
  geometry: turning(atPlace()),
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: { prefix: 'SN', digits: 1 },
} as const;
