import type { AnyId } from '../../plan/kinds/index.ts';
import { namersInPlan, withRelated } from '../../plan/parts/related.ts';
import { getRecord, isPlaced, kindOf, type Plan } from '../../plan/plan.ts';
import { lacksHost, type RelationRow, tiesTo } from '../../plan/relations.ts';
import { namesIn } from '../../records/relation-table.ts';

/**
 * The placed records among the given ones with what goes to another floor wherever they go: the openings of walls,
 * the gates of fences, and the notes that are attached to nothing else.
 */
export function withDependents(plan: Plan, ids: Iterable<AnyId>): ReadonlySet<AnyId> {
  const namersOf = namersInPlan(plan);
  const given = [...ids].filter((id) => {
    const record = getRecord(plan, id);
    return record !== undefined && isPlaced(record);
  });
  const all = withRelated(given, namersOf, ({ onFloor }) => onFloor === 'comes');
  for (const id of [...all]) {
    for (const row of tiesTo(kindOf(id))) {
      if (row.onFloor !== 'comes-with-all') continue;
      for (const namer of namersOf(row, id)) if (areAllIn(plan, { row, namer }, all)) all.add(namer);
    }
  }
  return all;
}

type Naming = { readonly row: RelationRow; readonly namer: AnyId };

function areAllIn(plan: Plan, { row, namer }: Naming, ids: ReadonlySet<AnyId>): boolean {
  const record = getRecord(plan, namer);
  return record !== undefined && namesIn(record, row).every((id) => ids.has(id));
}

/** Whether there is a record among them that cannot be without another one which is not: an opening without its wall. */
export function hasLoneOpening(plan: Plan, ids: ReadonlySet<AnyId>): boolean {
  for (const id of ids) {
    const record = getRecord(plan, id);
    if (record && lacksHost(record, (host) => ids.has(host))) return true;
  }
  return false;
}
