import { z } from '../../../schema.ts';
import { coordinate, floorId, positiveLength, structureDefaults, structureShape } from '../fields.ts';

/** One level of the plan; outdoors is the floor "Site". */
export const floorSchema = z.strictObject({
  id: floorId,
  ...structureShape,
  elevation: coordinate,
  height: positiveLength,
});

export const floorDefaults = { ...structureDefaults, elevation: 0, height: 3.5 } as const;
