import { z } from '../../../schema.ts';
import { angle, deviceDefaults, deviceShape, idOf, point, positiveLength } from '../fields.ts';

export const screeningTypes = [
  'metal-detector',
  'x-ray',
  'explosive-trace',
  'vehicle-inspection',
  'bag-search',
] as const;

/** Where people, bags or vehicles are looked through; `length` lies along `direction`, the way they pass. */
export const screeningSchema = z.strictObject({
  id: idOf('screening'),
  ...deviceShape,
  at: point,
  direction: angle,
  length: positiveLength,
  width: positiveLength,
  type: z.enum(screeningTypes),
});

export const screeningDefaults = {
  ...deviceDefaults,
  direction: 0,
  length: 0.6,
  width: 0.9,
  type: 'metal-detector',
} as const;
