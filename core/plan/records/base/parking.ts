import { z } from '../../../schema.ts';
import { angle, idOf, placedDefaults, placedShape, positiveLength, ring } from '../fields.ts';

export const parkingSchema = z.strictObject({
  id: idOf('parking'),
  ...placedShape,
  ring,
  stalls: z.number().int().min(0).max(100_000),
  stallWidth: positiveLength,
  /** Direction in which the cars stand. */
  direction: angle,
});

export const parkingDefaults = { ...placedDefaults, stalls: 0, stallWidth: 2.6, direction: 0 } as const;
