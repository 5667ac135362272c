import type { AnyId, IdOf, NewId } from '../../plan/kinds/index.ts';
import { fragmentOf } from '../../plan/parts/fragment.ts';
import { kindOf, type Plan } from '../../plan/plan.ts';
import { err, type Result } from '../../result.ts';
import { type Insertion, type InsertRefusal, insertInPlaces } from '../fragment/insert-fragment.ts';
import { tagSource } from '../tags/tag-source.ts';
import { hasLoneOpening, withDependents } from './with-dependents.ts';

export type CopyingToFloor = {
  readonly floor: IdOf<'floor'>;
  readonly newId: NewId;
};

/**
 * Puts copies of records at the same place of another floor, on their own layers and in their own phases.
 *
 * Openings come with their walls, gates with their fences, and notes with what they are attached to; groups
 * that are copied as a whole have a copy. Tags go on as those of the floor do. What names a record that is
 * not copied is on its own. Refuses with 'same-floor' when something stands there already, with
 * 'on-locked-layer' when a layer may not be changed, and with 'openings-need-walls'.
 */
export function copyToFloor(
  plan: Plan,
  ids: Iterable<AnyId>,
  { floor, newId }: CopyingToFloor,
): Result<Insertion, InsertRefusal | 'same-floor' | 'on-locked-layer' | 'not-found'> {
  if (!plan.tables.floor.has(floor)) return err('not-found');
  const copied = withDependents(plan, ids);
  if (hasLoneOpening(plan, copied)) return err('openings-need-walls');
  const fragment = fragmentOf(plan, copied);
  if (fragment.records.some((record) => record.floor === floor)) return err('same-floor');
  if (fragment.records.some(({ layer }) => plan.tables.layer.get(layer)?.locked))
    return err('on-locked-layer');
  return insertInPlaces(plan, fragment, {
    to: null,
    nameOf: (id) => newId(kindOf(id)),
    placeOf: ({ layer, phase }) => ({ floor, layer, phase }),
    tagOf: tagSource(plan).forCopy,
  });
}
