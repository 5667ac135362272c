import { distanceBetween, type Point } from '../../geometry/point.ts';
import type { Draft } from '../../plan/diff.ts';
import type { Lookup } from '../../plan/integrity.ts';
import { type AttachedAnchor, anchorPoint, anchorPointsOf, placeAt } from '../../plan/notes/anchor-place.ts';
import { anchorsOf, freedAnchors, withAnchors } from '../../plan/notes/attachments.ts';
import { oriented, turnedPlace } from '../../plan/parts/rings.ts';
import { isKind } from '../../plan/plan.ts';
import type { AnyId, PlanRecord } from '../../plan/records/index.ts';

/** Kinds whose points may be attached to other records. */
const noteKinds = ['dimension', 'callout'] as const;

/** The notes with a point attached to a record that is wanted. O(points of notes). */
export function* notesOn(draft: Draft, isWanted: (id: AnyId) => boolean): Generator<PlanRecord> {
  for (const kind of noteKinds) {
    for (const note of draft.all(kind)) {
      if (anchorsOf(note).some((anchor) => anchor.type === 'attached' && isWanted(anchor.record))) yield note;
    }
  }
}

/** Frees the points of notes that are attached to records which are about to go: they stay where they are. */
export function freeAnchors(draft: Draft, removed: ReadonlySet<AnyId>): void {
  const lookup: Lookup = (id) => draft.get(id);
  for (const note of [...notesOn(draft, (id) => removed.has(id))]) {
    if (removed.has(note.id)) continue;
    draft.put(
      withAnchors(note, (anchor) =>
        anchor.type === 'attached' && removed.has(anchor.record)
          ? freedAnchors(note, anchor, lookup)
          : [anchor],
      ),
    );
  }
}

/**
 * Gives the points of notes on a record that got or lost corners the number that their corner has now.
 *
 * ```
 *   0 ---- 1 ---- 2       a corner between 0 and 1: what was on 1 is on 2 now
 * ```
 */
export function keepAnchors(draft: Draft, before: PlanRecord, after: PlanRecord): void {
  const lookup: Lookup = (id) => draft.get(id);
  const lookupBefore: Lookup = (id) => (id === before.id ? before : draft.get(id));
  const isSame = () =>
    anchorPointsOf(before, lookupBefore).vertices.length === anchorPointsOf(after, lookup).vertices.length;
  if (isKind(after, 'wall') || isSame()) return;
  for (const note of [...notesOn(draft, (id) => id === after.id)]) {
    draft.put(
      withAnchors(note, (anchor) => {
        if (anchor.type === 'free' || anchor.record !== after.id || anchor.place.type === 'centre')
          return [anchor];
        const at = anchorPoint(anchor, lookupBefore);
        return [
          at ? { ...anchor, place: placeAt(after, at, lookup) ?? nearestVertex(after, at, lookup) } : anchor,
        ];
      }),
    );
  }
}

/**
 * Puts the rings of records in the draft the way round that records keep them; what is attached to their
 * corners and edges stays on these.
 */
export function keepOrientation(draft: Draft, ids: Iterable<AnyId>): void {
  const turned = new Map<AnyId, { readonly before: PlanRecord; readonly after: PlanRecord }>();
  for (const id of ids) {
    const before = draft.get(id);
    const after = before && oriented(before);
    if (!before || !after || after === before) continue;
    turned.set(id, { before, after });
    draft.put(after);
  }
  if (turned.size === 0) return;
  for (const note of [...notesOn(draft, (id) => turned.has(id))]) {
    draft.put(
      withAnchors(note, (anchor) => {
        const turn = anchor.type === 'attached' ? turned.get(anchor.record) : undefined;
        if (anchor.type === 'free' || !turn) return [anchor];
        return [{ ...anchor, place: turnedPlace(anchor.place, turn.before, turn.after) }];
      }),
    );
  }
}

function nearestVertex(record: PlanRecord, point: Point, lookup: Lookup): AttachedAnchor['place'] {
  const { vertices } = anchorPointsOf(record, lookup);
  const distances = vertices.map((vertex) => distanceBetween(vertex, point));
  return { type: 'vertex', index: Math.max(distances.indexOf(Math.min(...distances)), 0) };
}
