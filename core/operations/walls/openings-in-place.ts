import { add, type Point } from '../../geometry/point.ts';
import type { Draft } from '../../plan/diff.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { offsetOnWall, placeOnWall } from '../../plan/wall-line.ts';
import { openingsIn, refitted } from '../hosted.ts';
import { TakenStretches } from './taken-stretches.ts';

type Change = {
  readonly before: RecordOf<'wall'>;
  readonly after: RecordOf<'wall'>;
  /** What the wall itself was moved by; its openings go along. */
  readonly by: Point;
};

/**
 * Puts the openings of a wall whose ends changed where they were on the plan, moved by what the wall was
 * moved by; one that would lie beyond an end goes as near as it fits.
 */
export function keepOpeningsInPlace(
  draft: Draft,
  { before, after, by }: Change,
): 'opening-does-not-fit' | null {
  const openings = openingsIn(draft, before.id);
  const placed = openings.map((opening) => {
    const { at } = placeOnWall(before, opening.offset);
    return { ...opening, floor: after.floor, offset: offsetOnWall(after, add(at, by)) };
  });
  const taken = new TakenStretches([]);
  // The middle ones first would push others out: from one end to the other every gap is used once.
  for (const opening of placed.sort((first, second) => first.offset - second.offset)) {
    const offset = taken.free(after, opening);
    if (offset === null) return 'opening-does-not-fit';
    const kept = refitted({ ...opening, offset }, after);
    taken.take(kept);
    draft.put(kept);
  }
  return null;
}
