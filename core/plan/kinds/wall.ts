import { fields, idOf, nullable, oneOf, rounded } from '../../records/schemas.ts';
import { placedDefaults, placedShape, point, positiveLength } from './parts/fields.ts';
import { own } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const wallAlignments = ['centre', 'left', 'right'] as const;
export const wallMaterials = ['opaque', 'glass', 'mesh'] as const;

/**
 * One straight or arc segment of a wall; a chain is several that share end points.
 *
 * `bulge` is 0 when straight, else the tangent of a quarter of the arc's angle, positive anticlockwise
 * from `a` to `b` (the DXF convention). `height` null reaches to the floor above.
 */
const schema = fields({
  id: idOf('wall'),
  ...placedShape,
  a: point,
  b: point,
  bulge: rounded(-1000, 1000, (value) => Math.round(value * 1e6) / 1e6 + 0),
  thickness: positiveLength,
  alignment: oneOf(wallAlignments),
  height: nullable(positiveLength),
  material: oneOf(wallMaterials),
});

const defaults = {
  ...placedDefaults,
  bulge: 0,
  thickness: 0.2,
  alignment: 'centre',
  height: null,
  material: 'opaque',
} as const;

export const wallKind = {
  schema,
  defaults,
  relations: placed,
  geometry: own,
  hit: 'shape',
  cutting: 'line',
  isGauged: true,
  tags: null,
} as const;
