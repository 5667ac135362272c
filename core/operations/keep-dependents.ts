import { samePoint } from '../geometry/point.ts';
import type { Draft } from '../plan/diff.ts';
import { openingFits } from '../plan/integrity.ts';
import type { PlanRecord, RecordOf } from '../plan/kinds/index.ts';
import { isKind } from '../plan/plan.ts';
import { wallLength } from '../plan/wall-line.ts';
import { quantiseLength } from '../units.ts';
import { gatesIn, onFloorOfHost, openingsIn, regated } from './hosted.ts';
import { keepAnchors } from './notes/keep-anchors.ts';
import { keepOnSides } from './vertices/keep-on-sides.ts';
import { keepMounted } from './walls/keep-mounted.ts';

/**
 * Gives what depends on a changed record, and the record itself where it depends on another, the place
 * that follows from the change. Both `before` and `after` are of one kind; `after` is in the draft.
 */
export function keepDependents(
  draft: Draft,
  before: PlanRecord,
  after: PlanRecord,
): 'opening-does-not-fit' | null {
  keepAnchors(draft, before, after);
  draft.put(onFloorOfHost(after, (id) => draft.get(id)));
  if (isKind(before, 'wall') && isKind(after, 'wall')) return keepOpenings(draft, before, after);
  keepOnSides(draft, before, after);
  if (isKind(after, 'fence')) keepGates(draft, after);
  if (isKind(after, 'gate')) keepOnFence(draft, after);
  return null;
}

/*  a ----[ offset ]------ b      b moves: the distance from a stays
 *  a moves: the distance from b stays; both move: that from a stays  */
function keepOpenings(
  draft: Draft,
  before: RecordOf<'wall'>,
  after: RecordOf<'wall'>,
): 'opening-does-not-fit' | null {
  const fromB = !samePoint(before.a, after.a) && samePoint(before.b, after.b);
  const shift = fromB ? wallLength(after) - wallLength(before) : 0;
  for (const opening of openingsIn(draft, after.id)) {
    const kept = { ...opening, floor: after.floor, offset: quantiseLength(opening.offset + shift) };
    if (!openingFits(kept, after)) return 'opening-does-not-fit';
    draft.put(kept);
  }
  const isReshaped =
    !samePoint(before.a, after.a) || !samePoint(before.b, after.b) || before.bulge !== after.bulge;
  if (isReshaped)
    keepMounted(draft, { before, after, by: { x: 0, y: 0 }, along: (offset) => offset + shift });
  return null;
}

function keepGates(draft: Draft, fence: RecordOf<'fence'>): void {
  for (const gate of gatesIn(draft, fence.id)) {
    draft.put({ ...regated(gate, fence), floor: fence.floor });
  }
}

function keepOnFence(draft: Draft, gate: RecordOf<'gate'>): void {
  const fence = gate.fence && draft.get(gate.fence);
  if (fence) draft.put({ ...regated(gate, fence), floor: fence.floor });
}
