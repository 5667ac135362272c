import { fields, idOf, oneOf } from '../../records/schemas.ts';
import { name, path, placedDefaults, placedShape, positiveLength } from './parts/fields.ts';
import { alongPath } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const roadClasses = ['street', 'service', 'footway'] as const;

const schema = fields({
  id: idOf('road'),
  ...placedShape,
  path,
  width: positiveLength,
  name,
  class: oneOf(roadClasses),
});

const defaults = { ...placedDefaults, width: 6.5, name: '', class: 'street' } as const;

export const roadKind = {
  schema,
  defaults,
  relations: placed,
  geometry: alongPath({ width: 'width' }),
  hit: 'surface',
  cutting: 'line',
  isGauged: false,
  tags: null,
} as const;
