import { z } from '../../schema.ts';
import {
  angle,
  idOf,
  pixels,
  placedDefaults,
  placedShape,
  point,
  positiveLength,
  sha256,
} from './parts/fields.ts';
import { own } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

const picturePoint = z.strictObject({
  x: z.number().min(-100_000).max(200_000),
  y: z.number().min(-100_000).max(200_000),
});

/** A picture beneath the drawing; `at` is the plan point of the picture's lower left corner. */
const schema = z.strictObject({
  id: idOf('underlay'),
  ...placedShape,
  name: z.string().max(200),
  at: point,
  rotation: angle,
  // Not a length of the plan: quantising it to 1 mm would destroy the scale.
  metresPerPixel: z.number().min(1e-7).max(1000),
  attachment: sha256,
  widthPx: pixels,
  heightPx: pixels,
  opacity: z.number().min(0).max(1),
  /** Two points of the picture, pixels from its upper left corner, and their true distance. */
  calibration: z.strictObject({ a: picturePoint, b: picturePoint, distance: positiveLength }).nullable(),
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
  tags: null,
} as const;
