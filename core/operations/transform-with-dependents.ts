import { add, type Point } from '../geometry/point.ts';
import type { Draft } from '../plan/diff.ts';
import { type Lookup, shapeProblemOf } from '../plan/integrity.ts';
import type { AnyId, PlacedRecord, RecordOf } from '../plan/kinds/index.ts';
import { dimensionFigure, gripOf, placedThrough } from '../plan/notes/dimension-figure.ts';
import { isStillRecord, parseRecord } from '../plan/parse-record.ts';
import { movingWith } from '../plan/parts/related.ts';
import { isKind, isPlaced, kindOf } from '../plan/plan.ts';
import { relationsOf } from '../plan/relations.ts';
import { type Transform, transformer } from '../plan/transform-record.ts';
import { fittingOffset, offsetOnWall, placeOnWall } from '../plan/wall-line.ts';
import {
  gateInFence,
  gateOnFence,
  namersInDraft,
  overlapOthers,
  refitted,
  regated,
  waysIn,
} from './hosted.ts';
import { isLocked } from './is-locked.ts';
import { keepOrientation } from './notes/keep-orientation.ts';
import { bringAlong, wayPlacesOf } from './related/bring-along.ts';
import type { ShapeRefusal } from './shape-refusal.ts';

/**
 * Why nothing is moved: everything given is locked; an opening would slide onto another one; something
 * would leave the largest coordinates; something is so small that quantising would make it a point.
 */
export type TransformRefusal = ShapeRefusal | 'locked' | 'overlaps-opening' | 'outside-plan' | 'too-small';

/**
 * Moves or turns records in the draft, and with them what stands in, on or by them, as `relations` say; readers
 * and barriers also go along with an opening or gate that only slides. Locked records stay unless their host takes
 * them along.
 */
export function transformWithDependents(
  draft: Draft,
  ids: Iterable<AnyId>,
  transform: Transform,
): TransformRefusal | null {
  const given = placedAmong(draft, new Set(ids));
  const lookup: Lookup = (id) => draft.get(id);
  const free = given.filter((record) => !isLocked(record, lookup));
  if (given.length > 0 && free.length === 0) return 'locked';
  const moved = new Set<AnyId>(free.map((record) => record.id));
  const [hosts, sliding] = divide(free, moved);
  const apply = transformer(transform);
  const takenAlong = followers(draft, hosts, moved);
  const turned = [...hosts, ...takenAlong];
  for (const record of turned) draft.put(apply(record));
  keepOrientation(
    draft,
    turned.map(({ id }) => id),
  );
  if (refit(draft, moved, transform)) return 'overlaps-opening';
  const by = transform.type === 'translate' ? transform.by : null;
  if (by) for (const record of hosts) slideDimension(draft, record, { by, moved });
  return (by && slide(draft, sliding, { by, moved })) ?? firstRefusal(draft, [...turned, ...sliding]);
}

function placedAmong(draft: Draft, ids: ReadonlySet<AnyId>): readonly PlacedRecord[] {
  const found: PlacedRecord[] = [];
  for (const id of ids) {
    const record = draft.get(id);
    if (record && isPlaced(record)) found.push(record);
  }
  return found;
}

type Sliding = RecordOf<'opening'> | RecordOf<'gate'>;

/** What moves freely, and what can only slide along a wall or fence that does not move. */
function divide(
  records: readonly PlacedRecord[],
  moved: ReadonlySet<AnyId>,
): [readonly PlacedRecord[], readonly Sliding[]] {
  const free: PlacedRecord[] = [];
  const sliding: Sliding[] = [];
  for (const record of records) {
    if (isKind(record, 'opening')) {
      if (!moved.has(record.wall)) sliding.push(record);
    } else if (isKind(record, 'gate') && record.fence !== null && !moved.has(record.fence)) {
      sliding.push(record);
    } else {
      free.push(record);
    }
  }
  return [free, sliding];
}

/** What goes along with its host though it was not given or is locked. */
function followers(
  draft: Draft,
  hosts: readonly PlacedRecord[],
  moved: ReadonlySet<AnyId>,
): readonly PlacedRecord[] {
  const found: PlacedRecord[] = [];
  for (const id of movingWith(
    hosts.map((host) => host.id),
    namersInDraft(draft),
  )) {
    const record = moved.has(id) ? undefined : draft.get(id);
    // What is placed by its host is there already.
    if (record && isPlaced(record) && relationsOf(kindOf(id)).some(({ onMove }) => onMove === 'goes-along'))
      found.push(record);
  }
  return found;
}

/**
 * Puts openings and gates back in place where quantising moved their host from under them; whether a
 * wall became too short for its openings.
 */
function refit(draft: Draft, moved: ReadonlySet<AnyId>, transform: Transform): boolean {
  const apply = transformer(transform);
  const { openings, gates } = waysIn(draft, moved);
  for (const opening of openings) {
    const wall = draft.get(opening.wall);
    if (wall) draft.put(refitted(apply(opening), wall));
  }
  for (const gate of gates) {
    const fence = gate.fence && draft.get(gate.fence);
    if (fence) draft.put(regated(gate, fence));
  }
  return (
    transform.type === 'fit' &&
    overlapOthers(
      draft,
      openings.map(({ id }) => id),
    )
  );
}

type Slide = { readonly by: Point; readonly moved: ReadonlySet<AnyId> };

function slide(draft: Draft, records: readonly Sliding[], { by, moved }: Slide): TransformRefusal | null {
  const ways = wayPlacesOf(draft, new Set(records.map(({ id }) => id)));
  for (const record of records) {
    if (isKind(record, 'opening')) slideOpening(draft, record, by);
    else slideGate(draft, record, by);
  }
  bringAlong(draft, ways, moved);
  const openings = records.filter((record) => isKind(record, 'opening'));
  return overlapOthers(
    draft,
    openings.map(({ id }) => id),
  )
    ? 'overlaps-opening'
    : null;
}

function slideOpening(draft: Draft, opening: RecordOf<'opening'>, by: Point): void {
  const wall = draft.get(opening.wall);
  if (!wall) return;
  const { at } = placeOnWall(wall, opening.offset);
  const wanted = offsetOnWall(wall, { x: at.x + by.x, y: at.y + by.y });
  const offset = fittingOffset(wall, { offset: wanted, width: opening.width });
  if (offset !== null) draft.put({ ...opening, offset });
}

function slideGate(draft: Draft, gate: RecordOf<'gate'>, by: Point): void {
  const fence = gate.fence && draft.get(gate.fence);
  if (!fence) return;
  const moved = { ...gate, at: { x: gate.at.x + by.x, y: gate.at.y + by.y } };
  draft.put(gateInFence(moved, fence) ?? gateOnFence(moved, fence));
}

/** A dimension all of whose points stay where they are attached: its line or its words move. */
function slideDimension(draft: Draft, record: PlacedRecord, { by, moved }: Slide): void {
  if (!isKind(record, 'dimension')) return;
  const stays = record.anchors.every((anchor) => anchor.type === 'attached' && !moved.has(anchor.record));
  const lookup: Lookup = (id) => draft.get(id);
  const figure = stays ? dimensionFigure(record, lookup) : null;
  const placed = figure && placedThrough(record, add(gripOf(figure), by), lookup);
  const slid = placed && parseRecord({ ...record, ...placed });
  if (slid?.ok) draft.put(slid.value);
}

/** What a record refers to is what it referred to before, and all of it is still there. */
function firstRefusal(draft: Draft, records: readonly PlacedRecord[]): TransformRefusal | null {
  const lookup: Lookup = (id) => draft.get(id);
  for (const before of records) {
    const record = draft.get(before.id);
    if (!record) continue;
    if (!isStillRecord(before, record)) return 'outside-plan';
    if (shapeProblemOf(record, lookup)) return 'too-small';
  }
  return null;
}
