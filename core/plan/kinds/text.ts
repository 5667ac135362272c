import { fields, idOf, number, oneOf } from '../../records/schemas.ts';
import { angle, paragraph, placedDefaults, placedShape, point } from './parts/fields.ts';
import { atPlace, turning } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

/** A note on the drawing; `sizeMm` is its height on paper. */
const schema = fields({
  id: idOf('text'),
  ...placedShape,
  at: point,
  direction: angle,
  text: paragraph,
  sizeMm: number(0.5, 200),
  anchor: oneOf(['start', 'middle', 'end']),
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
  cutting: null,
  isGauged: false,
  tags: null,
} as const;
