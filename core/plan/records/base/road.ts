import { z } from '../../../schema.ts';
import { idOf, name, path, placedDefaults, placedShape, positiveLength } from '../fields.ts';

export const roadClasses = ['street', 'service', 'footway'] as const;

export const roadSchema = z.strictObject({
  id: idOf('road'),
  ...placedShape,
  path,
  width: positiveLength,
  name,
  class: z.enum(roadClasses),
});

export const roadDefaults = { ...placedDefaults, width: 6.5, name: '', class: 'street' } as const;
