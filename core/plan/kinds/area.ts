import { fields, idOf, nullable, oneOf } from '../../records/schemas.ts';
import { holes, name, placedDefaults, placedShape, ring } from './parts/fields.ts';
import { inRing } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const areaUses = [
  'restricted',
  'controlled',
  'public',
  'public-assembly',
  'clear-zone',
  'room',
  'landing',
] as const;

/** What an area can keep to by itself. */
export const areaFollows = ['walls'] as const;

const schema = fields({
  id: idOf('area'),
  ...placedShape,
  ring,
  holes,
  use: oneOf(areaUses),
  name,
  /** Whether its rings are those of the walls around it, until a person reshapes it; null when they are its own. */
  follows: nullable(oneOf(areaFollows)),
});

const defaults = { ...placedDefaults, holes: [], use: 'controlled', name: '', follows: null } as const;

export const areaKind = {
  schema,
  defaults,
  relations: placed,
  geometry: inRing('with-holes'),
  hit: 'surface',
  cutting: 'edge',
  isGauged: false,
  tags: null,
} as const;
