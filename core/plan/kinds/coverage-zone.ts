import { fields, idOf, oneOf } from '../../records/schemas.ts';
import { name, placedDefaults, placedShape, ring } from './parts/fields.ts';
import { inRing } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

/** The levels of every level profile that a plan may choose, each profile from the finest to the coarsest. */
export const levelKeys = [
  'identify',
  'recognise',
  'observe',
  'detect',
  'validate',
  'characterise',
  'perceive',
  'discern',
  'outline',
] as const;

/** An area in which cameras must meet a level; one of another profile than the plan's is kept as it is. */
const schema = fields({
  id: idOf('coverageZone'),
  ...placedShape,
  ring,
  name,
  /** What the picture is for: `recognise who comes to the gate`. */
  task: name,
  level: oneOf(levelKeys),
});

const defaults = { ...placedDefaults, name: '', task: '', level: 'recognise' } as const;

export const coverageZoneKind = {
  schema,
  defaults,
  relations: placed,
  geometry: inRing(),
  hit: 'outline',
  cutting: null,
  isGauged: false,
  tags: { prefix: 'Z', digits: 1 },
} as const;
