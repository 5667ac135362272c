import { z } from '../../schema.ts';
import { idOf, name, path, placedDefaults, placedShape, positiveLength } from './parts/fields.ts';
import { alongPath } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const fenceTypes = ['chain-link', 'ornamental', 'palisade', 'mesh', 'solid'] as const;

const schema = z.strictObject({
  id: idOf('fence'),
  ...placedShape,
  path,
  closed: z.boolean(),
  height: positiveLength,
  type: z.enum(fenceTypes),
  topping: name.nullable(),
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
  tags: null,
} as const;
