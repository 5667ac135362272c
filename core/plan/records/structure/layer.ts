import { z } from '../../../schema.ts';
import { layerId, structureDefaults, structureShape } from '../fields.ts';

export const layerSchema = z.strictObject({
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

export const layerDefaults = {
  ...structureDefaults,
  visible: true,
  locked: false,
  printed: true,
  colour: null,
} as const;
