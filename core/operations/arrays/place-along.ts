import { MOST_STATIONS, type Run, type Station, stationsAlong } from '../../geometry/path-stations.ts';
import type { Draft, PlanDiff } from '../../plan/diff.ts';
import { openingFits } from '../../plan/integrity.ts';
import {
  type AnyId,
  type IdOf,
  type Kind,
  type PlacedRecord,
  type PlanRecord,
  planKinds,
} from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { getRecord, isKind, isPlaced, kindOf, type Plan } from '../../plan/plan.ts';
import { lineOfRecord, unrolled } from '../../plan/record-line.ts';
import { rowOf } from '../../plan/relations.ts';
import type { Result } from '../../result.ts';
import { putChecked } from '../add-record.ts';
import { gateInFence, takenIn } from '../hosted.ts';
import type { ShapeRefusal } from '../shape-refusal.ts';
import { type TagSource, tagSource } from '../tags/tag-source.ts';
import { tryShapeEdit } from '../try-edit.ts';
import type { TakenStretches } from '../walls/taken-stretches.ts';
import { type Facing, turnFrom } from './facing.ts';

export type PlaceAlongRefusal =
  | ShapeRefusal
  | 'not-found'
  | 'no-path'
  | 'no-places'
  | 'too-many'
  | 'does-not-fit'
  | 'too-wide'
  | 'overlaps-opening'
  | 'invalid-record'
  | 'broken-record'
  | 'id-taken';

/** What is placed: a kind with one place, and its fields; floor and layer are given, id and place are not. */
export type Prototype<K extends Kind> = {
  readonly kind: K;
  readonly fields: Readonly<Record<string, unknown>>;
};

export type PlacingAlong<K extends Kind> = {
  readonly prototype: Prototype<K>;
  readonly run: Run;
  readonly facing: Facing;
  readonly newId: (kind: K) => IdOf<K>;
};

/**
 * Diff that places records along a fence, wall, road or ring: devices turned and tagged, openings into
 * the wall, gates into the fence.
 *
 * Devices along a wall or building are mounted on it. Refuses with 'no-places' when the run finds none.
 */
export function placeAlong<K extends Kind>(
  plan: Plan,
  host: AnyId,
  placing: PlacingAlong<K>,
): Result<PlanDiff, PlaceAlongRefusal> {
  return tryShapeEdit<PlaceAlongRefusal>(plan, (draft) => {
    const record = getRecord(plan, host);
    if (!record || !isPlaced(record)) return 'not-found';
    const line = lineOfRecord(record);
    if (!line) return 'no-path';
    const stations = stationsAlong(unrolled(line), placing.run);
    if (stations.length === 0) return 'no-places';
    if (stations.length > MOST_STATIONS) return 'too-many';
    const turn = turnFrom(placing.facing, { plan, floor: record.floor, line });
    const tags = tagSource(plan);
    const taken = takenOn(draft, record);
    for (const station of stations) {
      const refusal = putOne(draft, { host: record, station, turn, tags, taken }, placing);
      if (refusal) return refusal;
    }
    return null;
  });
}

function takenOn(draft: Draft, host: PlacedRecord): TakenStretches | null {
  return isKind(host, 'wall') ? takenIn(draft, host.id) : null;
}

type Spot = {
  readonly host: PlacedRecord;
  readonly station: Station;
  readonly turn: number | null;
  readonly tags: TagSource;
  /** What openings take of a host that is a wall, those placed already among them. */
  readonly taken: TakenStretches | null;
};

function putOne<K extends Kind>(
  draft: Draft,
  spot: Spot,
  { prototype, newId }: PlacingAlong<K>,
): PlaceAlongRefusal | null {
  const { kind, fields } = prototype;
  const own = { ...planKinds[kind].defaults, ...fields, ...placeFields(kind, spot), id: newId(kind) };
  const made = parseRecord(own);
  if (!made.ok) return 'invalid-record';
  const record = tagged(made.value, spot.tags);
  const refusal = standsBadly(record, spot);
  if (refusal) return refusal;
  return putChecked(draft, standing(record, spot.host));
}

const carriers = rowOf('camera', 'mountedOn').to;

function placeFields(kind: Kind, { host, station, turn }: Spot): Readonly<Record<string, unknown>> {
  const { at, direction, along } = station;
  const facing = turn === null ? {} : { direction: direction + turn };
  if (kind === 'opening') return { wall: host.id, offset: along };
  if (kind === 'gate') return { at, direction, fence: isKind(host, 'fence') ? host.id : null };
  const carries = carriers.includes(kindOf(host.id));
  return { at, ...facing, ...(kind === 'camera' && carries ? { mountedOn: host.id } : {}) };
}

function tagged(record: PlanRecord, tags: TagSource): PlanRecord {
  if (!isPlaced(record)) return record;
  const tag = tags.next(record, record.floor);
  return tag === null ? record : { ...record, tag };
}

function standsBadly(record: PlanRecord, { host, taken }: Spot): PlaceAlongRefusal | null {
  if (isKind(record, 'opening')) {
    if (!isKind(host, 'wall')) return 'no-path';
    if (!openingFits(record, host)) return 'does-not-fit';
    if (taken?.isTaken(record)) return 'overlaps-opening';
    taken?.take(record);
    return null;
  }
  if (!isKind(record, 'gate') || !isKind(host, 'fence')) return null;
  return gateInFence(record, host) ? null : 'too-wide';
}

function standing(record: PlanRecord, host: PlacedRecord): PlanRecord {
  if (!isKind(record, 'gate') || !isKind(host, 'fence')) return record;
  return gateInFence(record, host) ?? record;
}
