import { z } from '../../../schema.ts';
import { idOf, name, placedDefaults, placedShape, point, positiveLength, ring } from '../fields.ts';

export const criticalities = ['low', 'medium', 'high', 'very-high'] as const;

/** Something that is protected, at a place `at` or within a `ring`; the other one of the two is null. */
export const assetSchema = z.strictObject({
  id: idOf('asset'),
  ...placedShape,
  at: point.nullable(),
  ring: ring.nullable(),
  name,
  criticality: z.enum(criticalities),
  /** How far vehicles must be kept from it; null when nothing is required. */
  standoff: positiveLength.nullable(),
});

export const assetDefaults = {
  ...placedDefaults,
  at: null,
  ring: null,
  name: '',
  criticality: 'medium',
  standoff: null,
} as const;
