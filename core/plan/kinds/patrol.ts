import { z } from '../../schema.ts';
import { idOf, name, path, placedDefaults, placedShape } from './parts/fields.ts';
import { alongPath } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

/** The way a guard walks or drives, in the direction of its path. */
const schema = z.strictObject({
  id: idOf('patrol'),
  ...placedShape,
  path,
  closed: z.boolean(),
  name,
  /** How often, as people say it: `every 2 h`. */
  period: name,
});

const defaults = { ...placedDefaults, closed: false, name: '', period: '' } as const;

export const patrolKind = {
  schema,
  defaults,
  relations: placed,
  geometry: alongPath({ closes: 'returns' }),
  hit: 'shape',
  tags: { prefix: 'PR', digits: 1 },
} as const;
