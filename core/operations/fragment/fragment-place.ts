import type { AnyId, IdOf, PlacedRecord } from '../../plan/kinds/index.ts';
import type { Fragment, Ground } from '../../plan/parts/fragment.ts';
import { inOrder, kindOf, type Plan } from '../../plan/plan.ts';

/** The floor and layer that are worked on. */
export type Place = { readonly floor: IdOf<'floor'>; readonly layer: IdOf<'layer'> };

/** Where a record goes. */
export type PlaceOf = (record: PlacedRecord) => Place & { readonly phase: IdOf<'phase'> | null };

/** Where the records of a fragment go in a plan: by the names of their ground, see `insertFragment`. */
export function fragmentPlace(plan: Plan, { records, ground }: Fragment, now: Place): PlaceOf {
  const isOneFloor = new Set(records.map(({ floor }) => floor)).size < 2;
  const floors = isOneFloor ? new Map() : byName(ground, inOrder(plan, 'floor'));
  const usable = inOrder(plan, 'layer').filter(({ visible, locked }) => visible && !locked);
  const layers = byName(ground, usable);
  const phases = byName(ground, inOrder(plan, 'phase'));
  return ({ floor, layer, phase }) => ({
    floor: floors.get(floor) ?? now.floor,
    layer: layers.get(layer) ?? now.layer,
    phase: (phase && phases.get(phase)) ?? null,
  });
}

/** Why nothing can be put on a layer now; null when it can. */
export function layerRefusal(plan: Plan, id: IdOf<'layer'>): 'layer-hidden' | 'layer-locked' | null {
  const layer = plan.tables.layer.get(id);
  if (!layer?.visible) return 'layer-hidden';
  return layer.locked ? 'layer-locked' : null;
}

/** By the ids of the fragment's ground: what has the same name here, the first of several. */
function byName<G extends Ground>(
  ground: readonly Ground[],
  here: readonly G[],
): ReadonlyMap<AnyId, G['id']> {
  const found = new Map<AnyId, G['id']>();
  for (const { id, name } of ground) {
    const same = here.find((candidate) => candidate.name === name && kindOf(candidate.id) === kindOf(id));
    if (same) found.set(id, same.id);
  }
  return found;
}
