import { z } from '../../schema.ts';
import { angle, idOf, paragraph, placedDefaults, placedShape, point } from './parts/fields.ts';
import { atPlace, turning } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

/** A note on the drawing; `sizeMm` is its height on paper. */
const schema = z.strictObject({
  id: idOf('text'),
  ...placedShape,
  at: point,
  direction: angle,
  text: paragraph,
  sizeMm: z.number().min(0.5).max(200),
  anchor: z.enum(['start', 'middle', 'end']),
});

const defaults = {
  ...placedDefaults,
  direction: 0,
  text: 'Text',
  sizeMm: 2.5,
  anchor: 'start',
} as const;

export const textKind = {
  schema,
  defaults,
  relations: placed,
  geometry: turning(atPlace()),
  hit: 'shape',
  tags: null,
} as const;
