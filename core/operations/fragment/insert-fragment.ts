import type { Point } from '../../geometry/point.ts';
import type { Draft, PlanDiff } from '../../plan/diff.ts';
import { checkRecord, type Lookup } from '../../plan/integrity.ts';
import type { AnyId, NewId, PlacedRecord, RecordOf } from '../../plan/kinds/index.ts';
import { hasLostPoint } from '../../plan/notes/attachments.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { boundsOfFragment, type Fragment } from '../../plan/parts/fragment.ts';
import { isKind, kindOf, type Plan } from '../../plan/plan.ts';
import { isTie, lacksHost } from '../../plan/relations.ts';
import { err, ok, type Result } from '../../result.ts';
import { refitted, regated } from '../hosted.ts';
import { type NameOf, renamed } from '../related/renamed.ts';
import type { ShapeRefusal } from '../shape-refusal.ts';
import { type TagSource, tagSource } from '../tags/tag-source.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { fragmentMovement } from './fragment-movement.ts';
import { fragmentPlace, layerRefusal, type Place, type PlaceOf } from './fragment-place.ts';

/**
 * Why nothing is inserted: the layer that is worked on is hidden or locked; there are only openings
 * without their walls, or only pictures that are not known here; something would leave the largest
 * coordinates, become too small by turning, or breaks a rule between records.
 */
export type InsertRefusal =
  | ShapeRefusal
  | 'layer-hidden'
  | 'layer-locked'
  | 'openings-need-walls'
  | 'pictures-stay'
  | 'outside-plan'
  | 'broken-record'
  | 'groups-too-deep'
  | 'nothing-to-insert';

export type Insertion = {
  readonly diff: PlanDiff;
  /** The new records, in the order of the fragment. */
  readonly ids: readonly AnyId[];
  /** How many references to records that are not in the fragment were released. */
  readonly released: number;
  /**
   * How many openings without their wall, pictures whose bytes are not here, and notes on what says nowhere
   * where it is, were left out.
   */
  readonly leftOut: { readonly openings: number; readonly pictures: number; readonly notes: number };
};

export type Inserting = Place & {
  /** Where the middle of the fragment goes, and how far it is turned about it; null keeps its place. */
  readonly to: { readonly at: Point; readonly angle: number } | null;
  readonly newId: NewId;
};

/**
 * Puts copies of the records of a fragment into the plan: new ids, tags that stay unique, unlocked.
 *
 * Floors, layers and phases are those of the same name, else the ones that are worked on (no phase);
 * what comes from a single floor goes to the floor that is worked on, and a layer that is hidden or locked
 * is not used. What names a record outside the fragment is on its own. All or nothing.
 */
export function insertFragment(
  plan: Plan,
  fragment: Fragment,
  inserting: Inserting,
): Result<Insertion, InsertRefusal> {
  const refusal = layerRefusal(plan, inserting.layer);
  if (refusal) return err(refusal);
  const { to, newId } = inserting;
  const placeOf = fragmentPlace(plan, fragment, inserting);
  const nameOf = (id: AnyId) => newId(kindOf(id));
  const tagOf = tagSource(plan).keepFree(fragment.records);
  return insertInPlaces(plan, fragment, { to, nameOf, placeOf, tagOf });
}

export type InsertingInPlaces = Pick<Inserting, 'to'> & {
  /** An id that no record of the plan has, asked once for each record and group that is put. */
  readonly nameOf: (id: AnyId) => AnyId;
  /** The floor, layer and phase of each record. */
  readonly placeOf: PlaceOf;
  /** A tag that no other record has, asked once for each record with the floor it goes to. */
  readonly tagOf: TagSource['next'];
};

/** The same, with a place for each record. Does not ask whether the layers may be changed. */
export function insertInPlaces(
  plan: Plan,
  fragment: Fragment,
  inserting: InsertingInPlaces,
): Result<Insertion, InsertRefusal> {
  const { kept, leftOut } = whatCanStand(plan, fragment);
  if (kept.length === 0) return err(whyNothing(leftOut));
  const names = new Map<AnyId, AnyId>(kept.map(({ id }) => [id, inserting.nameOf(id)]));
  const ids = [...names.values()];
  const filled = filledGroups(fragment.groups, kept);
  for (const { id } of filled) names.set(id, inserting.nameOf(id));
  const { copies, released } = copiesOf({ ...fragment, records: kept }, { ...inserting, names });
  const groups = filled.map((group) => copiedGroup(group, names));
  const result = tryShapeEdit(plan, (draft) => putAll(draft, [...groups, ...copies]));
  return result.ok ? ok({ diff: result.value, ids, released, leftOut }) : result;
}

/** The groups in which a record stands, in them or in groups within them: what is left empty does not come. */
function filledGroups(groups: readonly RecordOf<'group'>[], records: readonly PlacedRecord[]) {
  const byGroup = new Map(groups.map((group) => [group.id, group]));
  const filled = new Set<AnyId>();
  for (const record of records)
    for (let at = record.group; at !== null && !filled.has(at); at = byGroup.get(at)?.parent ?? null)
      filled.add(at);
  return groups.filter(({ id }) => filled.has(id));
}

function whyNothing({ openings, pictures }: Insertion['leftOut']): InsertRefusal {
  if (openings > 0) return 'openings-need-walls';
  return pictures > 0 ? 'pictures-stay' : 'nothing-to-insert';
}

/**
 * An opening needs its wall; a picture is here only when the plan shows it already; a point of a note needs what
 * it is on, or a place to stay at without it, which a text of another program or an older version may not have.
 */
function whatCanStand({ tables }: Plan, { records }: Fragment) {
  const inFragment = byId(records);
  const isThere = (id: AnyId) => inFragment.has(id);
  const lookup: Lookup = (id) => inFragment.get(id);
  const pictures = new Set([...tables.underlay.values()].map(({ attachment }) => attachment));
  const leftOut = { openings: 0, pictures: 0, notes: 0 };
  const standing = records.filter((record) => {
    const isLost = lacksHost(record, isThere);
    const isUnknown = isKind(record, 'underlay') && !pictures.has(record.attachment);
    if (isLost) leftOut.openings += 1;
    if (isUnknown) leftOut.pictures += 1;
    return !isLost && !isUnknown;
  });
  const stands = new Set<AnyId>(standing.map(({ id }) => id));
  const kept = standing.filter((record) => !hasLostPoint(record, (id) => stands.has(id), lookup));
  leftOut.notes = standing.length - kept.length;
  return { kept, leftOut };
}

function byId(records: readonly PlacedRecord[]): ReadonlyMap<AnyId, PlacedRecord> {
  return new Map(records.map((record) => [record.id, record]));
}

function movement(fragment: Fragment, to: Inserting['to']) {
  const box = to && boundsOfFragment(fragment);
  return to && box ? fragmentMovement(box, to) : <R extends PlacedRecord>(record: R): R => record;
}

type Naming = InsertingInPlaces & { readonly names: ReadonlyMap<AnyId, AnyId> };

/** The records as they are to be put, not yet parsed, and how many references were released. */
function copiesOf(fragment: Fragment, { names, to, placeOf, tagOf }: Naming) {
  const move = movement(fragment, to);
  let released = 0;
  const nameOf: NameOf = (id, row) => {
    const name = names.get(id) ?? null;
    if (name === null && isTie(row)) released += 1;
    return name;
  };
  const inFragment = new Map<AnyId, PlacedRecord>(fragment.records.map((record) => [record.id, record]));
  const copies = fragment.records.map((record) => {
    // Whatever else is said of the place: only that of it is taken.
    const { floor, layer, phase } = placeOf(record);
    const copy = move(renamed(record, nameOf, (id) => inFragment.get(id)));
    return {
      ...copy,
      floor,
      layer,
      phase,
      id: names.get(record.id),
      tag: tagOf(record, floor),
      locked: false,
    };
  });
  return { copies, released };
}

function putAll(draft: Draft, copies: readonly unknown[]): InsertRefusal | null {
  const ids: AnyId[] = [];
  for (const copy of copies) {
    const parsed = parseRecord(copy);
    if (!parsed.ok) return 'outside-plan';
    draft.put(parsed.value);
    ids.push(parsed.value.id);
  }
  for (const id of ids) refit(draft, id);
  for (const id of ids) {
    const record = draft.get(id);
    const [problem] = record ? checkRecord(record, (other) => draft.get(other)) : [];
    if (problem) return problem.reason === 'groups-too-deep' ? problem.reason : 'broken-record';
  }
  return null;
}

function copiedGroup(group: RecordOf<'group'>, names: ReadonlyMap<AnyId, AnyId>) {
  return { ...group, id: names.get(group.id), parent: (group.parent && names.get(group.parent)) ?? null };
}

/** Turning quantises hosts and what stands in them each for itself: puts the latter back in place. */
function refit(draft: Draft, id: AnyId): void {
  const record = draft.get(id);
  if (record && isKind(record, 'opening')) {
    const wall = draft.get(record.wall);
    if (wall) draft.put(refitted(record, wall));
  } else if (record && isKind(record, 'gate')) {
    const fence = record.fence && draft.get(record.fence);
    if (fence) draft.put(regated(record, fence));
  }
}
