import { fields, idOf, oneOf } from '../../records/schemas.ts';
import { name, path, placedDefaults, placedShape, positiveLength } from './parts/fields.ts';
import { alongPath } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const routeUses = ['accessible', 'egress', 'public-right-of-way'] as const;

/** A way for people on foot that the layout must keep open, from where it begins to where it leads. */
const schema = fields({
  id: idOf('route'),
  ...placedShape,
  path,
  /** Clear width that stays free. */
  width: positiveLength,
  use: oneOf(routeUses),
  name,
});

const defaults = { ...placedDefaults, width: 1.5, use: 'accessible', name: '' } as const;

export const routeKind = {
  schema,
  defaults,
  relations: placed,
  geometry: alongPath({ width: 'width' }),
  hit: 'surface',
  cutting: null,
  isGauged: false,
  tags: null,
} as const;
