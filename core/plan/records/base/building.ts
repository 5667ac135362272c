import { z } from '../../../schema.ts';
import { holes, idOf, name, placedDefaults, placedShape, positiveLength, ring } from '../fields.ts';

export const buildingSchema = z.strictObject({
  id: idOf('building'),
  ...placedShape,
  ring,
  holes,
  name,
  height: positiveLength,
});

export const buildingDefaults = { ...placedDefaults, holes: [], name: '', height: 6 } as const;
