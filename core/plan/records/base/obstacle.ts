import { z } from '../../../schema.ts';
import { idOf, path, placedDefaults, placedShape, positiveLength, ring } from '../fields.ts';

export const obstacleTypes = ['tree', 'hedge', 'container', 'vehicle', 'other'] as const;

/** Something that hides or blocks: a `path` with a `width`, or a `ring`; the other one is null. */
export const obstacleSchema = z.strictObject({
  id: idOf('obstacle'),
  ...placedShape,
  path: path.nullable(),
  width: positiveLength.nullable(),
  ring: ring.nullable(),
  type: z.enum(obstacleTypes),
  height: positiveLength,
});

export const obstacleDefaults = {
  ...placedDefaults,
  path: null,
  width: null,
  ring: null,
  type: 'other',
  height: 2,
} as const;
