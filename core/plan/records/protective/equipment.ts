import { z } from '../../../schema.ts';
import { angle, deviceDefaults, deviceShape, idOf, name, point, positiveLength } from '../fields.ts';

/** Any item of the catalogue with a body; `depth` lies along `direction`, where its front looks. */
export const equipmentSchema = z.strictObject({
  id: idOf('equipment'),
  ...deviceShape,
  at: point,
  direction: angle,
  width: positiveLength,
  depth: positiveLength,
  height: positiveLength,
  name,
});

export const equipmentDefaults = {
  ...deviceDefaults,
  direction: 0,
  width: 0.8,
  depth: 0.6,
  height: 1.2,
  name: '',
} as const;
