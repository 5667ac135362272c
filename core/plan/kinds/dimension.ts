import { fields, idOf, list, nullable, oneOf } from '../../records/schemas.ts';
import { anchorTo } from './parts/anchor.ts';
import { angle, coordinate, label, placedDefaults, placedShape } from './parts/fields.ts';
import { own } from './parts/geometry.ts';
import { placed, pointsOf } from './parts/relation.ts';

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

const defaults = {
  ...placedDefaults,
  type: 'aligned',
  direction: null,
  offset: 1,
  text: null,
} as const;

/**
 * A measured figure on the drawing; the figure itself is never stored.
 *
 * Anchors: both ends (`linear`, `aligned`), all ends (`chain`), apex and a point of each leg, or both ends
 * of two edges (`angle`), centre and rim (`radius`), a surface or its corners (`area`), a point
 * (`coordinate`).
 */
export function dimensionKind<K extends string>(kinds: readonly [K, ...K[]]) {
  return {
    schema: fields({
      id: idOf('dimension'),
      ...placedShape,
      type: oneOf(dimensionTypes),
      anchors: list(anchorTo(kinds), 1, MOST_ANCHORS),
      /** Along which lengths are measured, null for from the first to the last point; where the words stand from the point else. */
      direction: nullable(angle),
      /** From the first point to the dimension line, to its left; of an angle the arc's radius; to the words else. */
      offset: coordinate,
      /** Written instead of the figure; `<>` in it stands for the figure. */
      text: nullable(label),
    }),
    defaults,
    relations: { ...placed, anchors: pointsOf(kinds) },
    geometry: own,
    hit: 'shape',
    cutting: null,
    isGauged: false,
    tags: null,
  } as const;
}
