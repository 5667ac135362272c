import type { Draft } from '../../plan/diff.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import { isPlacedKind, kinds } from '../../plan/plan.ts';

type GroupId = IdOf<'group'>;

/** Removes those of the given groups that nothing is in any more, and then the groups around them likewise. */
export function dropEmptyGroups(draft: Draft, groups: ReadonlySet<GroupId>): void {
  if (groups.size === 0) return;
  const used = new Set<GroupId>();
  for (const kind of kinds) {
    if (!isPlacedKind(kind)) continue;
    for (const { group } of draft.all(kind)) if (group !== null) used.add(group);
  }
  let candidates = [...groups];
  while (candidates.length > 0) {
    const parents = new Set([...draft.all('group')].map(({ parent }) => parent));
    const empty = candidates.filter((id) => draft.get(id) && !used.has(id) && !parents.has(id));
    candidates = empty.flatMap((id) => draft.get(id)?.parent ?? []);
    for (const id of empty) draft.remove(id);
  }
}
