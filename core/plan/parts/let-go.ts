import type { Lookup } from '../integrity.ts';
import type { AnyId, PlanRecord } from '../kinds/index.ts';
import { freedAnchors, withAnchors } from '../notes/attachments.ts';
import { kindOf } from '../plan.ts';
import { isTie, relationsOf } from '../relations.ts';

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
