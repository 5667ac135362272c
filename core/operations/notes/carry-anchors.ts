import { distanceBetween, type Point } from '../../geometry/point.ts';
import type { Draft } from '../../plan/diff.ts';
import type { Lookup } from '../../plan/integrity.ts';
import type { PlanRecord } from '../../plan/kinds/index.ts';
import {
  type AnchorPlace,
  type AttachedAnchor,
  anchorPointsOf,
  placeAt,
} from '../../plan/notes/anchor-place.ts';
import { freedAnchors, withAnchors } from '../../plan/notes/attachments.ts';
import { notesOn } from './notes-on.ts';

export type Carrying = {
  /** The record as it was when the notes were attached to it; in the draft it may have changed already. */
  readonly old: PlanRecord;
  /** What stands in its place now, in the order of the old line; one of them may have its id. */
  readonly pieces: readonly PlanRecord[];
  /** Whether an end that lies on no piece any more is the end of the first or last piece now. */
  readonly endsFollow: boolean;
};

/**
 * Attaches the points of notes on a line to the pieces that stand in its place: each point goes to the
 * piece that has it.
 *
 * ```
 *   0 ------ x --------- 1      a cut between: what was on x stays at x, on the half that has it,
 *   0 ---1 0 x --------- 1      what was on 1 is the end of the second half
 * ```
 */
export function carryAnchors(draft: Draft, { old, pieces, endsFollow }: Carrying): void {
  const lookup: Lookup = (id) => (id === old.id ? old : draft.get(id));
  for (const note of notesOn(draft, [old.id])) {
    const carried = withAnchors(note, (anchor) => {
      if (anchor.type === 'free' || anchor.record !== old.id) return [anchor];
      const [point] = freedAnchors(note, anchor, lookup);
      if (point?.type !== 'free') return [anchor];
      return [carriedTo(anchor, { at: point.at, old, pieces, endsFollow }) ?? anchor];
    });
    draft.put(carried);
  }
}

type Sought = Carrying & { readonly at: Point };

function carriedTo(anchor: AttachedAnchor, { at, old, pieces, endsFollow }: Sought): AttachedAnchor | null {
  // An arc's middle is the middle of each of its parts.
  if (anchor.place.type === 'centre') return on({ piece: pieces[0], place: anchor.place });
  const places = pieces.map((piece) => ({ piece, place: placeAt(piece, at, noOther) }));
  const corner = places.find(({ place }) => place?.type === 'vertex');
  if (corner) return on(corner);
  const end = endsFollow ? sameEnd(anchor, old, pieces) : null;
  return end ?? on(places.find(({ place }) => place !== null) ?? nearestCorner(at, pieces));
}

const noOther: Lookup = () => undefined;

type Spot = { readonly piece: PlanRecord | undefined; readonly place: AnchorPlace | null };

function on({ piece, place }: Spot): AttachedAnchor | null {
  if (!piece || !place) return null;
  return { type: 'attached', record: piece.id as AttachedAnchor['record'], place };
}

/** The end of the first or last piece for what was attached to the same end of the whole line. */
function sameEnd({ place }: AttachedAnchor, old: PlanRecord, pieces: readonly PlanRecord[]) {
  if (place.type !== 'vertex') return null;
  const last = anchorPointsOf(old, noOther).vertices.length - 1;
  if (place.index !== 0 && place.index < last) return null;
  const piece = place.index === 0 ? pieces[0] : pieces.at(-1);
  const index = piece && place.index > 0 ? anchorPointsOf(piece, noOther).vertices.length - 1 : 0;
  return on({ piece, place: { type: 'vertex', index } });
}

function nearestCorner(at: Point, pieces: readonly PlanRecord[]): Spot {
  let best: Spot = { piece: undefined, place: null };
  let least = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    for (const [index, vertex] of anchorPointsOf(piece, noOther).vertices.entries()) {
      const distance = distanceBetween(vertex, at);
      if (distance >= least) continue;
      least = distance;
      best = { piece, place: { type: 'vertex', index } };
    }
  }
  return best;
}
