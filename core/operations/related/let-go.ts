import type { Draft } from '../../plan/diff.ts';
import type { Lookup } from '../../plan/integrity.ts';
import type { AnyId, PlanRecord } from '../../plan/kinds/index.ts';
import { freedAnchors, withAnchors } from '../../plan/notes/attachments.ts';
import { kindOf } from '../../plan/plan.ts';
import { isTie, relationsOf, tiesTo } from '../../plan/relations.ts';

/**
 * The record without the names of what is gone or elsewhere: a field is null then, the points of a note stay where
 * they are. What cannot be without the other keeps its name.
 */
export function letGo<R extends PlanRecord>(record: R, isGone: (id: AnyId) => boolean, lookup: Lookup): R {
  let kept: R = record;
  for (const row of relationsOf(kindOf(record.id))) {
    if (!isTie(row) || row.without !== 'lets-go') continue;
    if (row.holds === 'points') kept = withFreedPoints(kept, isGone, lookup);
    else {
      const name = (kept as unknown as Readonly<Record<string, AnyId | null>>)[row.field] ?? null;
      if (name !== null && isGone(name)) kept = { ...kept, [row.field]: null };
    }
  }
  return kept;
}

function withFreedPoints<R extends PlanRecord>(note: R, isGone: (id: AnyId) => boolean, lookup: Lookup): R {
  return withAnchors(note, (anchor) =>
    anchor.type === 'attached' && isGone(anchor.record) ? freedAnchors(note, anchor, lookup) : [anchor],
  );
}

/** Parts all that names any of some records from them, itself not being one of them. They must be in the draft still. */
export function partFrom(draft: Draft, ids: ReadonlySet<AnyId>): void {
  const namers = new Set<AnyId>();
  for (const id of ids) {
    for (const row of tiesTo(kindOf(id)))
      for (const namer of draft.naming(row, id)) if (!ids.has(namer.id)) namers.add(namer.id);
  }
  const lookup: Lookup = (id) => draft.get(id);
  for (const id of namers) {
    const record = draft.get(id);
    if (record) draft.put(letGo(record, (other) => ids.has(other), lookup));
  }
}
