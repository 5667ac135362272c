import { z } from '../../schema.ts';
import { layerId, structureDefaults, structureShape } from './parts/fields.ts';
import { nowhere } from './parts/geometry.ts';

const schema = z.strictObject({
  id: layerId,
  ...structureShape,
  visible: z.boolean(),
  locked: z.boolean(),
  printed: z.boolean(),
  /** `#rrggbb`, or null for the colours of the records' meaning. */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
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
  tags: null,
} as const;
