import type { Draft } from '../../plan/diff.ts';
import type { Lookup } from '../../plan/integrity.ts';
import type { AnyId } from '../../plan/kinds/index.ts';
import { letGo } from '../../plan/parts/let-go.ts';
import { kindOf } from '../../plan/plan.ts';
import { tiesTo } from '../../plan/relations.ts';

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
