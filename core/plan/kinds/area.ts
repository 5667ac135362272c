import { z } from '../../schema.ts';
import { holes, idOf, name, placedDefaults, placedShape, ring } from './parts/fields.ts';
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

const schema = z.strictObject({
  id: idOf('area'),
  ...placedShape,
  ring,
  holes,
  use: z.enum(areaUses),
  name,
});

const defaults = { ...placedDefaults, holes: [], use: 'controlled', name: '' } as const;

export const areaKind = {
  schema,
  defaults,
  relations: placed,
  geometry: inRing('with-holes'),
  hit: 'surface',
  tags: null,
} as const;
