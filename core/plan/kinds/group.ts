import { fields, nullable } from '../../records/schemas.ts';
import { groupId, name } from './parts/fields.ts';
import { nowhere } from './parts/geometry.ts';
import { inGroup } from './parts/relation.ts';

/** Records that are taken hold of together name their group; a group in another one names that as `parent`. */
const schema = fields({
  id: groupId,
  name,
  parent: nullable(groupId),
});

const defaults = { name: '', parent: null } as const;

export const groupKind = {
  schema,
  defaults,
  relations: { parent: inGroup },
  geometry: nowhere,
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: null,
} as const;
