import { z } from '../../schema.ts';
import { anchorTo } from './parts/anchor.ts';
import { idOf, label, paragraph, placedDefaults, placedShape, point } from './parts/fields.ts';
import { own } from './parts/geometry.ts';
import { placed, pointsOf } from './parts/relation.ts';

const defaults = { ...placedDefaults, text: 'Note', number: null, leader: true } as const;

/** Words beside the drawing with a line to what they are about; a number stands in a circle before them. */
export function calloutKind<K extends string>(kinds: readonly [K, ...K[]]) {
  return {
    schema: z.strictObject({
      id: idOf('callout'),
      ...placedShape,
      /** What it points to. */
      anchor: anchorTo(kinds),
      /** Where its words begin. */
      at: point,
      text: paragraph,
      number: label.nullable(),
      leader: z.boolean(),
    }),
    defaults,
    relations: { ...placed, anchor: pointsOf(kinds) },
    geometry: own,
    hit: 'shape',
    tags: null,
  } as const;
}
