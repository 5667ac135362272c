import type { AnyId, Kind, PlanRecord } from '../kinds/index.ts';
import { type AnyTable, kindOf, type Plan, tableOf } from '../plan.ts';
import { isTie, namesIn, type RelationRow, relationRows, tiesTo } from '../relations.ts';

/** Who names a record by a relation. */
export type NamersOf = (row: RelationRow, id: AnyId) => Iterable<AnyId>;

type Namers = ReadonlyMap<AnyId, readonly AnyId[]>;

// Tables are values: what was found in one holds as long as it exists.
const known = new WeakMap<AnyTable, Map<string, Namers>>();

function namersIn(table: AnyTable, row: RelationRow): Namers {
  const ofTable = known.get(table) ?? new Map<string, Namers>();
  known.set(table, ofTable);
  const found = ofTable.get(row.field);
  if (found) return found;
  const namers = new Map<AnyId, AnyId[]>();
  for (const record of table.values()) {
    for (const id of new Set(namesIn(record, row))) {
      const ids = namers.get(id);
      if (ids) ids.push(record.id);
      else namers.set(id, [record.id]);
    }
  }
  ofTable.set(row.field, namers);
  return namers;
}

const nobody: readonly AnyId[] = [];

/** Who names a record of a plan by a relation. O(found), once O(records of the naming kind) for a table. */
export function namersInPlan(plan: Plan): NamersOf {
  return (row, id) => namersIn(tableOf(plan, row.from), row).get(id) ?? nobody;
}

/**
 * The records with all that stands in, on or by them through the relations that are followed, and what stands in
 * that in turn. O(given and found).
 */
export function withRelated(
  ids: Iterable<AnyId>,
  namersOf: NamersOf,
  follows: (row: RelationRow) => boolean,
): Set<AnyId> {
  const all = new Set(ids);
  // What is added while they are gone through is gone through too.
  for (const id of all) {
    for (const row of tiesTo(kindOf(id)))
      if (follows(row)) for (const other of namersOf(row, id)) all.add(other);
  }
  return all;
}

/** What goes along when records are moved as a whole, themselves included; what is attached to them is not among it. */
export function movingWith(ids: Iterable<AnyId>, namersOf: NamersOf): ReadonlySet<AnyId> {
  return withRelated(ids, namersOf, ({ onMove, holds }) => onMove !== 'stays' && holds === 'name');
}

/** What lies or looks different when records change, these themselves left out unless they are among it. */
export function lookingBy(plan: Plan, ids: Iterable<AnyId>): ReadonlySet<AnyId> {
  const found = new Set<AnyId>();
  const namersOf = namersInPlan(plan);
  const addOf = (id: AnyId) => {
    for (const row of tiesTo(kindOf(id)))
      if (row.looksBy) for (const other of namersOf(row, id)) found.add(other);
  };
  for (const id of ids) addOf(id);
  for (const id of found) addOf(id);
  return found;
}

/** Who names whom while an edit is being made: as in the plan, and as in the records that were put since. */
export class NamersInDraft {
  readonly #plan: Plan;
  /** Put records whose kind names others, in their order. */
  readonly #taken = new Map<Kind, PlanRecord[]>();
  readonly #added = new Map<RelationRow, { readonly namers: Map<AnyId, Set<AnyId>>; seen: number }>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** A record is new or another one now. */
  took(record: PlanRecord): void {
    const kind = kindOf(record.id);
    if (!hasTies.has(kind)) return;
    const taken = this.#taken.get(kind);
    if (taken) taken.push(record);
    else this.#taken.set(kind, [record]);
  }

  /** The records that name another one by a relation; `get` gives each as it is now. */
  naming(row: RelationRow, id: AnyId, get: (id: AnyId) => PlanRecord | undefined): readonly PlanRecord[] {
    const before = namersIn(tableOf(this.#plan, row.from), row).get(id) ?? nobody;
    const added = this.#addedTo(row)?.get(id);
    if (before.length === 0 && !added) return noRecords;
    const found: PlanRecord[] = [];
    for (const namer of added ? new Set([...before, ...added]) : before) {
      const record = get(namer);
      if (record && namesIn(record, row).includes(id)) found.push(record);
    }
    return found;
  }

  #addedTo(row: RelationRow): ReadonlyMap<AnyId, ReadonlySet<AnyId>> | null {
    const taken = this.#taken.get(row.from);
    if (!taken) return null;
    const added = this.#added.get(row) ?? { namers: new Map<AnyId, Set<AnyId>>(), seen: 0 };
    this.#added.set(row, added);
    for (; added.seen < taken.length; added.seen += 1) {
      const record = taken[added.seen];
      if (record) for (const id of namesIn(record, row)) note(added.namers, id, record.id);
    }
    return added.namers;
  }
}

const noRecords: readonly PlanRecord[] = [];

const hasTies: ReadonlySet<Kind> = new Set(relationRows.filter(isTie).map(({ from }) => from));

function note(namers: Map<AnyId, Set<AnyId>>, id: AnyId, namer: AnyId): void {
  const ids = namers.get(id);
  if (ids) ids.add(namer);
  else namers.set(id, new Set([namer]));
}
