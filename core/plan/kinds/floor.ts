import { fields } from '../../records/schemas.ts';
import { coordinate, floorId, positiveLength, structureDefaults, structureShape } from './parts/fields.ts';
import { nowhere } from './parts/geometry.ts';

/** One level of the plan; outdoors is the floor "Site". */
const schema = fields({
  id: floorId,
  ...structureShape,
  elevation: coordinate,
  height: positiveLength,
});

const defaults = { ...structureDefaults, elevation: 0, height: 3.5 } as const;

export const floorKind = {
  schema,
  defaults,
  relations: {},
  geometry: nowhere,
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: null,
} as const;
