import { z } from '../../../schema.ts';
import { idOf, name, path, placedDefaults, placedShape, positiveLength } from '../fields.ts';

export const routeUses = ['accessible', 'egress', 'public-right-of-way'] as const;

/** A way for people on foot that the layout must keep open, from where it begins to where it leads. */
export const routeSchema = z.strictObject({
  id: idOf('route'),
  ...placedShape,
  path,
  /** Clear width that stays free. */
  width: positiveLength,
  use: z.enum(routeUses),
  name,
});

export const routeDefaults = { ...placedDefaults, width: 1.5, use: 'accessible', name: '' } as const;
