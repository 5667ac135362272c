import { fields, flag, idOf, nullable, oneOf } from '../../records/schemas.ts';
import { name, path, placedDefaults, placedShape, positiveLength } from './parts/fields.ts';
import { alongPath } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const fenceTypes = ['chain-link', 'ornamental', 'palisade', 'mesh', 'solid'] as const;

const schema = fields({
  id: idOf('fence'),
  ...placedShape,
  path,
  closed: flag(),
  height: positiveLength,
  type: oneOf(fenceTypes),
  topping: nullable(name),
});

const defaults = {
  ...placedDefaults,
  closed: false,
  height: 2.4,
  type: 'chain-link',
  topping: null,
} as const;

export const fenceKind = {
  schema,
  defaults,
  relations: placed,
  geometry: alongPath({ closes: 'encloses' }),
  hit: 'shape',
  cutting: 'line',
  isGauged: true,
  tags: null,
} as const;
