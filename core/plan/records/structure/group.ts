import { z } from '../../../schema.ts';
import { groupId, name } from '../fields.ts';

/** Records that are taken hold of together name their group; a group in another one names that as `parent`. */
export const groupSchema = z.strictObject({
  id: groupId,
  name,
  parent: groupId.nullable(),
});

export const groupDefaults = { name: '', parent: null } as const;
