import { z } from '../../../schema.ts';
import { idOf, label, paragraph, placedDefaults, placedShape, point } from '../fields.ts';
import { anchor } from './anchor.ts';

/** Words beside the drawing with a line to what they are about; a number stands in a circle before them. */
export const calloutSchema = z.strictObject({
  id: idOf('callout'),
  ...placedShape,
  /** What it points to. */
  anchor,
  /** Where its words begin. */
  at: point,
  text: paragraph,
  number: label.nullable(),
  leader: z.boolean(),
});

export const calloutDefaults = { ...placedDefaults, text: 'Note', number: null, leader: true } as const;
