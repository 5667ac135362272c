import { z } from '../../../schema.ts';
import { angle, coordinate, idOf, label, placedDefaults, placedShape } from '../fields.ts';
import { anchor } from './anchor.ts';

export const dimensionTypes = [
  'linear',
  'aligned',
  'chain',
  'angle',
  'radius',
  'area',
  'coordinate',
] as const;

const MOST_ANCHORS = 20_000;

/**
 * A measured figure on the drawing; the figure itself is never stored.
 *
 * Anchors: both ends (`linear`, `aligned`), all ends (`chain`), apex and a point of each leg, or both ends
 * of two edges (`angle`), centre and rim (`radius`), a surface or its corners (`area`), a point
 * (`coordinate`).
 */
export const dimensionSchema = z.strictObject({
  id: idOf('dimension'),
  ...placedShape,
  type: z.enum(dimensionTypes),
  anchors: z.array(anchor).min(1).max(MOST_ANCHORS),
  /** Along which lengths are measured, null for from the first to the last point; where the words stand from the point else. */
  direction: angle.nullable(),
  /** From the first point to the dimension line, to its left; of an angle the arc's radius; to the words else. */
  offset: coordinate,
  /** Written instead of the figure; `<>` in it stands for the figure. */
  text: label.nullable(),
});

export const dimensionDefaults = {
  ...placedDefaults,
  type: 'aligned',
  direction: null,
  offset: 1,
  text: null,
} as const;
