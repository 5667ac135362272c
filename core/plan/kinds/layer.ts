import { fields, flag, nullable, textLike } from '../../records/schemas.ts';
import { layerId, structureDefaults, structureShape } from './parts/fields.ts';
import { nowhere } from './parts/geometry.ts';

const schema = fields({
  id: layerId,
  ...structureShape,
  visible: flag(),
  locked: flag(),
  printed: flag(),
  /** `#rrggbb`, or null for the colours of the records' meaning. */
  colour: nullable(textLike(/^#[0-9a-f]{6}$/)),
});

const defaults = {
  ...structureDefaults,
  visible: true,
  locked: false,
  printed: true,
  colour: null,
} as const;

export const layerKind = {
  schema,
  defaults,
  relations: {},
  geometry: nowhere,
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: null,
} as const;
