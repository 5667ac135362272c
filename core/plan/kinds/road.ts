import { z } from '../../schema.ts';
import { idOf, name, path, placedDefaults, placedShape, positiveLength } from './parts/fields.ts';
import { alongPath } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const roadClasses = ['street', 'service', 'footway'] as const;

const schema = z.strictObject({
  id: idOf('road'),
  ...placedShape,
  path,
  width: positiveLength,
  name,
  class: z.enum(roadClasses),
});

const defaults = { ...placedDefaults, width: 6.5, name: '', class: 'street' } as const;

export const roadKind = {
  schema,
  defaults,
  relations: placed,
  geometry: alongPath({ width: 'width' }),
  hit: 'surface',
  tags: null,
} as const;
