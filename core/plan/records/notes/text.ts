import { z } from '../../../schema.ts';
import { angle, idOf, paragraph, placedDefaults, placedShape, point } from '../fields.ts';

/** A note on the drawing; `sizeMm` is its height on paper. */
export const textSchema = z.strictObject({
  id: idOf('text'),
  ...placedShape,
  at: point,
  direction: angle,
  text: paragraph,
  sizeMm: z.number().min(0.5).max(200),
  anchor: z.enum(['start', 'middle', 'end']),
});

export const textDefaults = {
  ...placedDefaults,
  direction: 0,
  text: 'Text',
  sizeMm: 2.5,
  anchor: 'start',
} as const;
