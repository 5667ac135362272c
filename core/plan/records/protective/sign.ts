import { z } from '../../../schema.ts';
import { angle, deviceDefaults, deviceShape, idOf, paragraph, point } from '../fields.ts';

export const signTypes = ['warning', 'prohibition', 'information', 'direction', 'traffic'] as const;

/** A sign; `direction` is where those who read it stand, or where an arrow points. */
export const signSchema = z.strictObject({
  id: idOf('sign'),
  ...deviceShape,
  at: point,
  direction: angle,
  text: paragraph,
  type: z.enum(signTypes),
});

export const signDefaults = { ...deviceDefaults, direction: 0, text: '', type: 'warning' } as const;
