import { emptyTables, recordsIn, tableIn, tablesOf } from '../records/tables.ts';
import {
  type AnyId,
  type DeviceKind,
  type DeviceRecord,
  type IdOf,
  type Kind,
  type PlacedKind,
  type PlacedRecord,
  type PlanRecord,
  planKinds,
  type RecordById,
  type RecordOf,
} from './kinds/index.ts';
import { planSet } from './plan-set.ts';

/** One security layout: immutable tables of JSON-safe records, one per kind, in insertion order. */
export type Plan = {
  readonly tables: { readonly [K in Kind]: ReadonlyMap<IdOf<K>, RecordOf<K>> };
};

/** The kinds in the order of the list of kinds. */
export const { kinds } = planSet;

/** A table of records whose kind is known only at run time. */
export type AnyTable = ReadonlyMap<AnyId, PlanRecord>;

/** A plan without any record; it does not hold the integrity rules until settings, a floor and a layer exist. */
export function emptyPlan(): Plan {
  return emptyTables(planSet) as unknown as Plan;
}

/** The kind that an id names in front of its colon. */
export function kindOf(id: AnyId): Kind {
  return planSet.kindOf(id);
}

/** Whether a record is of one kind, and narrows its type. */
export function isKind<K extends Kind>(
  record: PlanRecord,
  kind: K,
): record is Extract<PlanRecord, RecordOf<K>> {
  const { id } = record;
  return id.charCodeAt(kind.length) === COLON && id.startsWith(kind);
}

const COLON = ':'.charCodeAt(0);

/** Whether a record has a place on a floor and a layer. */
export function isPlaced(record: PlanRecord): record is PlacedRecord {
  return 'layer' in record;
}

/** Whether a record is bought and counted. */
export function isDevice(record: PlanRecord): record is DeviceRecord {
  return 'device' in record;
}

/** The kinds that are bought and counted. */
export const deviceKinds = kinds.filter(
  (kind): kind is DeviceKind => 'device' in planKinds[kind].schema.shape,
);

/** Whether records of a kind have a place on a floor and a layer. */
export function isPlacedKind(kind: Kind): kind is PlacedKind {
  return 'layer' in planKinds[kind].schema.shape;
}

/** The table of a kind that is known only at run time. */
export function tableOf(plan: Plan, kind: Kind): AnyTable {
  return tableIn<Kind, PlanRecord>(plan, kind);
}

/** The record with an id, or undefined. */
export function getRecord<I extends AnyId>(plan: Plan, id: I): RecordById<I> | undefined {
  return tableOf(plan, kindOf(id)).get(id) as RecordById<I> | undefined;
}

/** All records of one kind. */
export function recordsOf<K extends Kind>(plan: Plan, kind: K): Iterable<RecordOf<K>> {
  return plan.tables[kind].values() as Iterable<RecordOf<K>>;
}

/** All records, kind by kind. */
export function allRecords(plan: Plan): Generator<PlanRecord> {
  return recordsIn(planSet, plan);
}

/** How many records the plan has, of all kinds. */
export function recordCount(plan: Plan): number {
  return kinds.reduce((sum, kind) => sum + plan.tables[kind].size, 0);
}

/** How many records have a place on the drawing: what somebody drew, without floors, layers and settings. */
export function placedCount(plan: Plan): number {
  return kinds.reduce((sum, kind) => sum + (isPlacedKind(kind) ? plan.tables[kind].size : 0), 0);
}

/** The settings record; a plan that passed `checkIntegrity` has it. */
export function settingsOf(plan: Plan): RecordOf<'settings'> {
  const settings = plan.tables.settings.get('settings:plan');
  if (!settings) throw new Error('The plan has no settings record: it was not checked before use.');
  return settings;
}

/** Structure records of a kind in their stored order (`order`, then id). */
export function inOrder<K extends 'floor' | 'layer' | 'phase' | 'sheet'>(plan: Plan, kind: K): RecordOf<K>[] {
  return [...recordsOf(plan, kind)].sort(
    (first, second) => first.order - second.order || (first.id < second.id ? -1 : 1),
  );
}

/** A plan of the given records; later records replace earlier ones of the same id. Does not check integrity. */
export function planOf(records: Iterable<PlanRecord>): Plan {
  return tablesOf(planSet, records) as unknown as Plan;
}
