import { fields, flag, idOf, nullable } from '../../records/schemas.ts';
import { anchorTo } from './parts/anchor.ts';
import { label, paragraph, placedDefaults, placedShape, point } from './parts/fields.ts';
import { own } from './parts/geometry.ts';
import { placed, pointsOf } from './parts/relation.ts';

const defaults = { ...placedDefaults, text: 'Note', number: null, leader: true } as const;

/** Words beside the drawing with a line to what they are about; a number stands in a circle before them. */
export function calloutKind<K extends string>(kinds: readonly [K, ...K[]]) {
  return {
    schema: fields({
      id: idOf('callout'),
      ...placedShape,
      /** What it points to. */
      anchor: anchorTo(kinds),
      /** Where its words begin. */
      at: point,
      text: paragraph,
      number: nullable(label),
      leader: flag(),
    }),
    defaults,
    relations: { ...placed, anchor: pointsOf(kinds) },
    geometry: own,
    hit: 'shape',
    cutting: null,
    isGauged: false,
    tags: null,
  } as const;
}
