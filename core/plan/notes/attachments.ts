import { type Point, quantisePoint } from '../../geometry/point.ts';
import type { Lookup } from '../integrity.ts';
import type { AnyId, PlanRecord } from '../kinds/index.ts';
import { LARGEST_LENGTH } from '../kinds/parts/fields.ts';
import { isKind } from '../plan.ts';
import { type Anchor, type AttachedAnchor, anchorPoint, anchorPointsOf } from './anchor-place.ts';

/** The record with each of its points replaced by one or more; what is no note stays as it is. */
export function withAnchors<R extends PlanRecord>(
  record: R,
  change: (anchor: Anchor) => readonly Anchor[],
): R {
  if (isKind(record, 'dimension')) return { ...record, anchors: record.anchors.flatMap(change) };
  if (isKind(record, 'callout')) return { ...record, anchor: change(record.anchor)[0] ?? record.anchor };
  return record;
}

// The end of a very wide gate, or the centre of a hardly bent wall, may lie where no record can be.
const within = (coordinate: number) => Math.min(Math.max(coordinate, -LARGEST_LENGTH), LARGEST_LENGTH);

function freeAt({ x, y }: Point): Anchor {
  return { type: 'free', at: quantisePoint({ x: within(x), y: within(y) }) };
}

/**
 * Where an attached point is now, as free points: all corners where a whole surface is meant, three times the
 * same point where what is meant has none. It stays attached where it has no place: what it is on is not there,
 * or is a door whose wall is not.
 */
export function freedAnchors(note: PlanRecord, anchor: AttachedAnchor, lookup: Lookup): readonly Anchor[] {
  const record = lookup(anchor.record);
  const isSurface = isKind(note, 'dimension') && note.type === 'area' && note.anchors.length === 1;
  if (isSurface && record && 'ring' in record && record.ring) return record.ring.map(freeAt);
  // What had no such point keeps one to be found by.
  const at = anchorPoint(anchor, lookup) ?? (record && anchorPointsOf(record, lookup).vertices[0]);
  if (!at) return [anchor];
  const free = freeAt(at);
  return isSurface ? [free, free, free] : [free];
}

/** Whether a point of a note is on a record that is not among some, and has no place of its own to stay at. */
export function hasLostPoint(note: PlanRecord, isThere: (id: AnyId) => boolean, lookup: Lookup): boolean {
  return anchorsOf(note).some(
    (anchor) =>
      anchor.type === 'attached' &&
      !isThere(anchor.record) &&
      freedAnchors(note, anchor, lookup).some(({ type }) => type === 'attached'),
  );
}

function anchorsOf(record: PlanRecord): readonly Anchor[] {
  if (isKind(record, 'dimension')) return record.anchors;
  return isKind(record, 'callout') ? [record.anchor] : [];
}

/** A note attached to the records of other names; a point on what `nameOf` answers with null lets go of it. */
export function renamedAnchors<R extends PlanRecord>(
  note: R,
  nameOf: (id: AnyId) => AnyId | null,
  lookup: Lookup,
): R {
  return withAnchors(note, (anchor) => {
    if (anchor.type === 'free') return [anchor];
    const record = nameOf(anchor.record) as typeof anchor.record | null;
    return record ? [{ ...anchor, record }] : freedAnchors(note, anchor, lookup);
  });
}
