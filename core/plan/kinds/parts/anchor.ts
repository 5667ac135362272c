import { z } from '../../../schema.ts';
import { point } from './fields.ts';

/** Finer than a millimetre on the longest edge that is drawn in practice. */
const SHARES = 1_000_000;

const share = z
  .number()
  .min(0)
  .max(1)
  .transform((value) => Math.round(value * SHARES) / SHARES);

const index = z.number().int().min(0).max(1_000_000);

/**
 * Which point of a record: a corner or end by its number (of a wall `a` is 0 and `b` is 1, of an opening
 * its jambs), a share of an edge from its start to its end, or the middle (of a bent wall its centre).
 */
const anchorPlace = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('vertex'), index }),
  z.strictObject({ type: z.literal('edge'), index, share }),
  z.strictObject({ type: z.literal('centre') }),
]);

/** A point of a note: free on the plan, or attached to a record of one of some kinds, which it follows. */
export function anchorTo<K extends string>(kinds: readonly [K, ...K[]]) {
  return z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('free'), at: point }),
    z.strictObject({
      type: z.literal('attached'),
      record: z.templateLiteral([z.enum(kinds), ':', z.guid()]),
      place: anchorPlace,
    }),
  ]);
}
