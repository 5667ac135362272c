import { z } from '../../../schema.ts';
import { angle, deviceDefaults, deviceShape, idOf, point } from '../fields.ts';

export const readerTypes = ['card', 'keypad', 'biometric', 'intercom', 'request-to-exit'] as const;

/** What a person presents or presses at a way through; `direction` is where that person stands. */
export const readerSchema = z.strictObject({
  id: idOf('reader'),
  ...deviceShape,
  at: point,
  direction: angle,
  type: z.enum(readerTypes),
  /** The opening or gate that it lets people through, or null. */
  controls: z.union([idOf('opening'), idOf('gate')]).nullable(),
});

export const readerDefaults = { ...deviceDefaults, direction: 0, type: 'card', controls: null } as const;
