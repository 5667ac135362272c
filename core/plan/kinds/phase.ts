import { fields, nullable, text } from '../../records/schemas.ts';
import { phaseId, structureDefaults, structureShape } from './parts/fields.ts';
import { nowhere } from './parts/geometry.ts';

const schema = fields({
  id: phaseId,
  ...structureShape,
  date: nullable(text(40)),
});

const defaults = { ...structureDefaults, date: null } as const;

export const phaseKind = {
  schema,
  defaults,
  relations: {},
  geometry: nowhere,
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: null,
} as const;
