import { fields, idOf, nullable, oneOf } from '../../records/schemas.ts';
import { path, placedDefaults, placedShape, positiveLength, ring } from './parts/fields.ts';
import { alongPath, either, inRing } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const obstacleTypes = ['tree', 'hedge', 'container', 'vehicle', 'other'] as const;

/** Something that hides or blocks: a `path` with a `width`, or a `ring`; the other one is null. */
const schema = fields({
  id: idOf('obstacle'),
  ...placedShape,
  path: nullable(path),
  width: nullable(positiveLength),
  ring: nullable(ring),
  type: oneOf(obstacleTypes),
  height: positiveLength,
});

const defaults = {
  ...placedDefaults,
  path: null,
  width: null,
  ring: null,
  type: 'other',
  height: 2,
} as const;

export const obstacleKind = {
  schema,
  defaults,
  relations: placed,
  geometry: either(inRing(), alongPath({ width: 'width' })),
  hit: 'surface',
  cutting: 'edge',
  isGauged: true,
  tags: null,
} as const;
