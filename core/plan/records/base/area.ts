import { z } from '../../../schema.ts';
import { holes, idOf, name, placedDefaults, placedShape, ring } from '../fields.ts';

export const areaUses = [
  'restricted',
  'controlled',
  'public',
  'public-assembly',
  'clear-zone',
  'room',
  'landing',
] as const;

export const areaSchema = z.strictObject({
  id: idOf('area'),
  ...placedShape,
  ring,
  holes,
  use: z.enum(areaUses),
  name,
});

export const areaDefaults = { ...placedDefaults, holes: [], use: 'controlled', name: '' } as const;
