import { fields, flag, idOf } from '../../records/schemas.ts';
import { name, path, placedDefaults, placedShape } from './parts/fields.ts';
import { alongPath } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

/** The way a guard walks or drives, in the direction of its path. */
const schema = fields({
  id: idOf('patrol'),
  ...placedShape,
  path,
  closed: flag(),
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
  cutting: null,
  isGauged: false,
  tags: { prefix: 'PR', digits: 1 },
} as const;
