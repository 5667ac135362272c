import { distanceBetween, type Point } from '../../geometry/point.ts';
import { inReadingOrder } from '../../geometry/reading-order.ts';
import type { Draft, PlanDiff } from '../../plan/diff.ts';
import type { AnyId, PlacedRecord, PlanRecord } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { type PathLine, piecesOf, placeOnPath } from '../../plan/path-place.ts';
import { allRecords, getRecord, isPlaced, type Plan } from '../../plan/plan.ts';
import { boundsOf, shapeOf } from '../../plan/shape.ts';
import type { Result } from '../../result.ts';
import { isLocked } from '../is-locked.ts';
import { tryEdit } from '../try-edit.ts';
import { foldedTag } from './tag-holder.ts';

/**
 * Why nothing is renumbered: nothing to number, no line to go along, a record is locked, a tag is another's,
 * or would be longer than a tag can be.
 */
export type RenumberRefusal = 'nothing-to-number' | 'no-path' | 'locked' | 'tag-taken' | 'invalid-record';

export type Renumbering = {
  /** Before the dash; at most 60 characters. */
  readonly prefix: string;
  /** Number of the first, a whole number from 0. */
  readonly start: number;
  /** Digits that a number has at least. */
  readonly digits: number;
  /** A record with a line to go along; null goes by rows, left to right and top to bottom. */
  readonly along: AnyId | null;
};

/** The tags in the order of `renumberTags`. */
export function numberedTags({ prefix, start, digits }: Renumbering, count: number): readonly string[] {
  const tagOf = (_: unknown, index: number) => `${prefix}-${String(start + index).padStart(digits, '0')}`;
  return Array.from({ length: count }, tagOf);
}

/**
 * Diff that numbers the tags of records anew, by where they lie or along a line.
 *
 * Refuses all when a record is locked or when a new tag belongs to a record that keeps its own.
 */
export function renumberTags(
  plan: Plan,
  ids: Iterable<AnyId>,
  numbering: Renumbering,
): Result<PlanDiff, RenumberRefusal> {
  return tryEdit<RenumberRefusal>(plan, (draft) => {
    const records = [...new Set(ids)].flatMap((id) => placedOf(plan, id));
    const chosen = records.filter(({ id }) => id !== numbering.along);
    if (chosen.length === 0) return 'nothing-to-number';
    if (chosen.some((record) => isLocked(record, (id) => draft.get(id)))) return 'locked';
    const ordered = numbering.along === null ? byRows(plan, chosen) : byPath(plan, chosen, numbering.along);
    if (!ordered) return 'no-path';
    const tags = numberedTags(numbering, ordered.length);
    const numbered = new Set<AnyId>(ordered.map(({ id }) => id));
    const others = [...allRecords(plan)].filter(({ id }) => !numbered.has(id));
    if (takenBy(others, tags)) return 'tag-taken';
    return putTagged(draft, ordered, tags);
  });
}

function putTagged(
  draft: Draft,
  records: readonly PlacedRecord[],
  tags: readonly string[],
): 'invalid-record' | null {
  for (const [index, record] of records.entries()) {
    const renamed = parseRecord({ ...record, tag: tags[index] ?? null });
    if (!renamed.ok) return 'invalid-record';
    draft.put(renamed.value);
  }
  return null;
}

const placedOf = (plan: Plan, id: AnyId): readonly PlacedRecord[] => {
  const record = getRecord(plan, id);
  return record && isPlaced(record) ? [record] : [];
};

/** The record of a plan that keeps a tag which the numbering would give; null when all are free. */
export function renumberHolder(
  plan: Plan,
  ids: ReadonlySet<AnyId>,
  tags: readonly string[],
): PlacedRecord | null {
  return takenBy(
    [...allRecords(plan)].filter(({ id }) => !ids.has(id)),
    tags,
  );
}

function takenBy(others: Iterable<PlanRecord>, tags: readonly string[]): PlacedRecord | null {
  const wanted = new Set(tags.map(foldedTag));
  for (const record of others)
    if (isPlaced(record) && record.tag !== null && wanted.has(foldedTag(record.tag))) return record;
  return null;
}

const middle = (plan: Plan, record: PlacedRecord): Point => {
  const box = boundsOf(record, plan);
  return box ? { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 } : { x: 0, y: 0 };
};

const byRows = (plan: Plan, records: readonly PlacedRecord[]) =>
  inReadingOrder(records, (record) => middle(plan, record));

function byPath(plan: Plan, records: readonly PlacedRecord[], along: AnyId): readonly PlacedRecord[] | null {
  const line = lineOf(plan, along);
  if (!line) return null;
  const located = records.map((record) => ({ record, along: metresAlong(middle(plan, record), line) }));
  return located.sort((one, other) => one.along - other.along).map(({ record }) => record);
}

function lineOf(plan: Plan, id: AnyId): PathLine | null {
  const record = getRecord(plan, id);
  const shape = record && shapeOf(record, plan);
  if (!shape || shape.type === 'point') return null;
  if (shape.type === 'ring') return { path: shape.ring, closed: true };
  return { path: shape.points, closed: shape.closed };
}

/** Metres from the start of a line to its point nearest to a place. */
function metresAlong(at: Point, line: PathLine): number {
  const place = placeOnPath(at, line);
  if (!place) return 0;
  let before = 0;
  // A closed line is measured from its first corner, though its pieces begin with the one that closes it.
  const pieces = [...piecesOf(line)];
  for (const [start, end] of line.closed ? [...pieces.slice(1), ...pieces.slice(0, 1)] : pieces) {
    if (start === place.start && end === place.end) return before + place.along;
    before += distanceBetween(start, end);
  }
  return before;
}
