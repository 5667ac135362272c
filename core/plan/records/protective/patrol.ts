import { z } from '../../../schema.ts';
import { idOf, name, path, placedDefaults, placedShape } from '../fields.ts';

/** The way a guard walks or drives, in the direction of its path. */
export const patrolSchema = z.strictObject({
  id: idOf('patrol'),
  ...placedShape,
  path,
  closed: z.boolean(),
  name,
  /** How often, as people say it: `every 2 h`. */
  period: name,
});

export const patrolDefaults = { ...placedDefaults, closed: false, name: '', period: '' } as const;
