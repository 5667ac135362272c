import { z } from '../../schema.ts';
import { phaseId, structureDefaults, structureShape } from './parts/fields.ts';
import { nowhere } from './parts/geometry.ts';

const schema = z.strictObject({
  id: phaseId,
  ...structureShape,
  date: z.string().max(40).nullable(),
});

const defaults = { ...structureDefaults, date: null } as const;

export const phaseKind = {
  schema,
  defaults,
  relations: {},
  geometry: nowhere,
  hit: 'shape',
  tags: null,
} as const;
