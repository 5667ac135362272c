import { boxesTouch } from '../geometry/box.ts';
import type { Change } from '../plan/diff.ts';
import type { AnyId, Kind, PlanRecord, RecordOf } from '../plan/kinds/index.ts';
import { type AnyTable, isPlaced, kindOf, type Plan, tableOf } from '../plan/plan.ts';
import { relationsOf } from '../plan/relations.ts';
import { boundsOf } from '../plan/shape.ts';
import { idsChangedSince } from '../records/descent.ts';
import type { Derivation, Given, InputChanges, Inputs } from './derivation.ts';

/** How a derivation gets the value of another one of the same plan. */
type Deriving = <K, V>(plan: Plan, derivation: Derivation<K, V>, key: K) => V;

const fromNothing: Deriving = (plan, derivation, key) =>
  derivation.compute(inputRecords(plan, derivation.inputs(key)), key);

/** What was declared as inputs of a plan. O(records of the kinds), or O(ids). */
export function inputRecords(plan: Plan, inputs: readonly Inputs[], derived: Deriving = fromNothing): Given {
  const known = new Map<Kind, readonly PlanRecord[]>();
  return {
    of: <K extends Kind>(kind: K) => {
      const records = known.get(kind) ?? recordsOf(plan, kind, inputs);
      known.set(kind, records);
      return records as readonly RecordOf<K>[];
    },
    from: (derivation, key) => {
      for (const needed of derivation.inputs(key)) {
        if (inputs.some((declared) => isAmong(needed, declared))) continue;
        throw new Error(`The inputs of ${derivation.name} were not declared.`);
      }
      return derived(plan, derivation, key);
    },
  };
}

/** Whether all that these inputs can be was declared. */
function isAmong(needed: Inputs, { kinds, floor, box, ids }: Inputs): boolean {
  if (box !== null || ids !== null || (floor !== null && floor !== needed.floor)) return false;
  return needed.kinds.every((kind) => kinds.includes(kind));
}

function recordsOf(plan: Plan, kind: Kind, inputs: readonly Inputs[]): readonly PlanRecord[] {
  const declared = inputs.filter(({ kinds }) => kinds.includes(kind));
  if (declared.length === 0) throw new Error(`${kind} was not declared as an input.`);
  const table = tableOf(plan, kind);
  const [only] = declared;
  if (only?.ids && declared.length === 1) {
    const named = only.ids.flatMap((id) => table.get(id) ?? []);
    return named.filter((record) => isWithin(record, only, plan));
  }
  const isInput = (record: PlanRecord) => declared.some((each) => isWithin(record, each, plan));
  return [...table.values()].filter(isInput);
}

/** Whether a record of a declared kind is within the limits of the inputs. */
function isWithin(record: PlanRecord, { ids, floor, box }: Inputs, plan: Plan): boolean {
  if (ids && !ids.includes(record.id)) return false;
  if (!isPlaced(record)) return true;
  if (floor !== null && record.floor !== floor) return false;
  if (box === null || liesByOthers(kindOf(record.id))) return true;
  const bounds = boundsOf(record, plan);
  return bounds !== null && boxesTouch(bounds, box);
}

const liesByOthers = (kind: Kind): boolean => relationsOf(kind).some(({ looksBy }) => looksBy);

/** The tables that inputs are taken from: as long as these are the same ones, so are the inputs. */
export type InputTables = ReadonlyMap<Kind, AnyTable>;

/** The tables of a plan that inputs are taken from. */
export function inputTables(plan: Plan, inputs: readonly Inputs[]): InputTables {
  const tables = new Map<Kind, AnyTable>();
  for (const { kinds } of inputs) for (const kind of kinds) tables.set(kind, tableOf(plan, kind));
  return tables;
}

/** What is compared: the tables as they were, and the plan as it is. */
export type Compared = { readonly before: InputTables; readonly after: Plan };

/**
 * What became of inputs: each other record, new one, and one that is no longer there or no longer an input. The
 * order of the tables does not count. O(records of the tables that are others now).
 */
export function inputChanges({ before, after }: Compared, inputs: readonly Inputs[]): InputChanges {
  const changes = new Map<AnyId, Change>();
  const old = planWith(after, before);
  for (const [kind, table] of before) {
    const now = tableOf(after, kind);
    if (now === table) continue;
    const declared = inputs.filter(({ kinds }) => kinds.includes(kind));
    const asInput = (record: PlanRecord | undefined, plan: Plan): PlanRecord | null =>
      record && declared.some((each) => isWithin(record, each, plan)) ? record : null;
    for (const [id, one, other] of differences(table, now)) {
      const change = { before: asInput(one, old), after: asInput(other, after) };
      if (change.before || change.after) changes.set(id, change);
    }
  }
  return changes;
}

type Difference = readonly [id: AnyId, one: PlanRecord | undefined, other: PlanRecord | undefined];

/** The records of two tables that are not the same ones. O(changed) of a table that edits made of the other, else O(n). */
export function* differences(one: AnyTable, other: AnyTable): Generator<Difference> {
  const changed = idsChangedSince(one, other) as ReadonlySet<AnyId> | null;
  for (const id of changed ?? []) {
    const [was, is] = [one.get(id), other.get(id)];
    if (was !== is) yield [id, was, is];
  }
  if (!changed) yield* comparedWhole(one, other);
}

function* comparedWhole(one: AnyTable, other: AnyTable): Generator<Difference> {
  let both = 0;
  for (const [id, record] of other) {
    const was = one.get(id);
    if (was !== undefined) both += 1;
    if (was !== record) yield [id, was, record];
  }
  if (both === one.size) return;
  for (const [id, record] of one) if (!other.has(id)) yield [id, record, undefined];
}

/** The plan with other tables of some kinds: where the bounds of a record that is no longer there are asked for. */
function planWith(plan: Plan, tables: InputTables): Plan {
  return { tables: { ...plan.tables, ...Object.fromEntries(tables) } as Plan['tables'] };
}

/** What two changes, one after the other, come to; what is the same record again drops out. */
export function together(first: InputChanges, second: InputChanges): InputChanges {
  const all = new Map(first);
  for (const [id, { before, after }] of second) {
    const was = first.get(id);
    const start = was ? was.before : before;
    if (start === after) all.delete(id);
    else all.set(id, { before: start, after });
  }
  return all;
}
