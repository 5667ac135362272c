import { cases, fields, idOfAny, only, rounded, whole } from '../../../records/schemas.ts';
import { point } from './fields.ts';

/** Finer than a millimetre on the longest edge that is drawn in practice. */
const SHARES = 1_000_000;

const share = rounded(0, 1, (value) => Math.round(value * SHARES) / SHARES);

const index = whole(0, 1_000_000);

/**
 * Which point of a record: a corner or end by its number (of a wall `a` is 0 and `b` is 1, of an opening
 * its jambs), a share of an edge from its start to its end, or the middle (of a bent wall its centre).
 */
const anchorPlace = cases('type', [
  fields({ type: only('vertex'), index }),
  fields({ type: only('edge'), index, share }),
  fields({ type: only('centre') }),
]);

/** A point of a note: free on the plan, or attached to a record of one of some kinds, which it follows. */
export function anchorTo<K extends string>(kinds: readonly [K, ...K[]]) {
  return cases('type', [
    fields({ type: only('free'), at: point }),
    fields({
      type: only('attached'),
      record: idOfAny(kinds),
      place: anchorPlace,
    }),
  ]);
}
