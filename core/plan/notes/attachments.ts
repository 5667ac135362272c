import { type Point, quantisePoint } from '../../geometry/point.ts';
import type { Lookup } from '../integrity.ts';
import { type AnyTable, isKind, kindOf, type Plan, tableOf } from '../plan.ts';
import { LARGEST_LENGTH } from '../records/fields.ts';
import type { AnyId, Kind, PlanRecord } from '../records/index.ts';
import { type Anchor, type AttachedAnchor, anchorPoint, anchorPointsOf } from './anchor-place.ts';

/** Kinds whose look follows from the records they name. */
const followingKinds = ['opening', 'dimension', 'callout'] as const satisfies readonly Kind[];

/** The points of a note that may be attached to other records; none for what is no note. */
export function anchorsOf(record: PlanRecord): readonly Anchor[] {
  if (isKind(record, 'callout')) return [record.anchor];
  return isKind(record, 'dimension') ? record.anchors : [];
}

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
 * same point where what is meant has none.
 */
export function freedAnchors(note: PlanRecord, anchor: AttachedAnchor, lookup: Lookup): readonly Anchor[] {
  const record = lookup(anchor.record);
  const isSurface = isKind(note, 'dimension') && note.type === 'area' && note.anchors.length === 1;
  if (isSurface && record && 'ring' in record && record.ring) return record.ring.map(freeAt);
  // What had no such point keeps one to be found by.
  const at = anchorPoint(anchor, lookup) ?? (record && anchorPointsOf(record, lookup).vertices[0]);
  const free = freeAt(at ?? { x: 0, y: 0 });
  return isSurface ? [free, free, free] : [free];
}

/** Whether a field names others by the points that are attached to them: see `renamedAnchors`. */
export function isAnchorField(field: string): boolean {
  return field === 'anchors' || field === 'anchor';
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

function namedBy(record: PlanRecord): readonly AnyId[] {
  if (isKind(record, 'opening')) return [record.wall];
  return anchorsOf(record).flatMap((anchor) => (anchor.type === 'attached' ? [anchor.record] : []));
}

type Followers = ReadonlyMap<AnyId, readonly AnyId[]>;

// Tables are values: what was found in one holds as long as it exists.
const known = new WeakMap<AnyTable, Followers>();

function followersIn(table: AnyTable): Followers {
  const found = known.get(table);
  if (found) return found;
  const followers = new Map<AnyId, AnyId[]>();
  for (const record of table.values()) {
    for (const id of new Set(namedBy(record))) {
      const ids = followers.get(id);
      if (ids) ids.push(record.id);
      else followers.set(id, [record.id]);
    }
  }
  known.set(table, followers);
  return followers;
}

/**
 * What lies or looks different when records change: the openings of walls, and the notes attached to any
 * of these. O(found), and O(openings and notes) once after each edit of them.
 */
export function followersOf(plan: Plan, ids: Iterable<AnyId>): ReadonlySet<AnyId> {
  const found = new Set<AnyId>();
  const from = [...ids];
  for (const kind of followingKinds) {
    const followers = followersIn(tableOf(plan, kind));
    if (followers.size === 0) continue;
    for (const id of [...from, ...found]) {
      if (kindOf(id) === kind) continue;
      for (const follower of followers.get(id) ?? []) found.add(follower);
    }
  }
  return found;
}
