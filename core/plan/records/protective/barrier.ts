import { z } from '../../../schema.ts';
import { deviceDefaults, deviceShape, idOf, name, path, positiveLength } from '../fields.ts';

export const barrierTypes = [
  'wall',
  'jersey',
  'planter',
  'boulder',
  'cable',
  'guardrail',
  'trench',
  'wedge',
  'drop-arm',
  'beam',
  'sliding-gate',
] as const;

export const barrierSchema = z.strictObject({
  id: idOf('barrier'),
  ...deviceShape,
  path,
  type: z.enum(barrierTypes),
  mode: z.enum(['passive', 'active']),
  width: positiveLength,
  height: positiveLength,
  /** Crash rating as the certificate writes it, e.g. `M50-P1`; null when not rated. */
  rating: name.nullable(),
  gate: idOf('gate').nullable(),
});

export const barrierDefaults = {
  ...deviceDefaults,
  type: 'jersey',
  mode: 'passive',
  width: 0.6,
  height: 0.9,
  rating: null,
  gate: null,
} as const;
