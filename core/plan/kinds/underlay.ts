import { fields, idOf, nullable, number, text } from '../../records/schemas.ts';
import { angle, pixels, placedDefaults, placedShape, point, positiveLength, sha256 } from './parts/fields.ts';
import { own } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

const picturePoint = fields({
  x: number(-100_000, 200_000),
  y: number(-100_000, 200_000),
});

/** A picture beneath the drawing; `at` is the plan point of the picture's lower left corner. */
const schema = fields({
  id: idOf('underlay'),
  ...placedShape,
  name: text(200),
  at: point,
  rotation: angle,
  // Not a length of the plan: quantising it to 1 mm would destroy the scale.
  metresPerPixel: number(1e-7, 1000),
  attachment: sha256,
  widthPx: pixels,
  heightPx: pixels,
  opacity: number(0, 1),
  /** Two points of the picture, pixels from its upper left corner, and their true distance. */
  calibration: nullable(fields({ a: picturePoint, b: picturePoint, distance: positiveLength })),
});

const defaults = {
  ...placedDefaults,
  name: '',
  rotation: 0,
  metresPerPixel: 0.01,
  opacity: 0.6,
  calibration: null,
} as const;

export const underlayKind = {
  schema,
  defaults,
  relations: placed,
  geometry: own,
  hit: 'backdrop',
  cutting: null,
  isGauged: false,
  tags: null,
} as const;
