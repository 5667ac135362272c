import { z } from '../../../schema.ts';
import { idOf, name, path, placedDefaults, placedShape, positiveLength } from '../fields.ts';

export const fenceTypes = ['chain-link', 'ornamental', 'palisade', 'mesh', 'solid'] as const;

export const fenceSchema = z.strictObject({
  id: idOf('fence'),
  ...placedShape,
  path,
  closed: z.boolean(),
  height: positiveLength,
  type: z.enum(fenceTypes),
  topping: name.nullable(),
});

export const fenceDefaults = {
  ...placedDefaults,
  closed: false,
  height: 2.4,
  type: 'chain-link',
  topping: null,
} as const;
