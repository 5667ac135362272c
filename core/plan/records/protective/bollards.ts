import { z } from '../../../schema.ts';
import { deviceDefaults, deviceShape, idOf, name, point, positiveLength } from '../fields.ts';

export const bollardModes = ['fixed', 'removable', 'retractable'] as const;

/** A row of bollards along a path, or one; how many there are follows from path and spacing. */
export const bollardsSchema = z.strictObject({
  id: idOf('bollards'),
  ...deviceShape,
  path: z.array(point).min(1).max(20_000),
  diameter: positiveLength,
  /** Centre to centre. */
  spacing: positiveLength,
  height: positiveLength,
  mode: z.enum(bollardModes),
  rating: name.nullable(),
});

export const bollardsDefaults = {
  ...deviceDefaults,
  diameter: 0.25,
  spacing: 1.4,
  height: 1,
  mode: 'fixed',
  rating: null,
} as const;
