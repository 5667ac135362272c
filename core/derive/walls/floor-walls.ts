import type { Change, PlanDiff } from '../../plan/diff.ts';
import type { AnyId, IdOf, PlanRecord, RecordOf } from '../../plan/kinds/index.ts';
import { isKind, type Plan } from '../../plan/plan.ts';
import type { Derivation, InputChanges } from '../derivation.ts';
import { derive } from '../derive.ts';
import { type WallChange, type WallChanges, WallNetwork } from './wall-network.ts';

/** Beyond this a network is made anew: so many changes take as long. */
const MOST_FOLLOWED = 2000;

/** The network of the walls of a floor. */
export const floorWalls: Derivation<IdOf<'floor'>, WallNetwork> = {
  name: 'floorWalls',
  keyText: (floor) => floor,
  inputs: (floor) => [{ kinds: ['wall'], floor, box: null, ids: null }],
  compute: (given) => WallNetwork.of(given.of('wall')),
  follow: (network, changes) => (changes.size > MOST_FOLLOWED ? null : network.with(wallChanges(changes))),
};

/** The network of the walls of a floor of a plan. */
export function wallsOn(plan: Plan, floor: IdOf<'floor'>): WallNetwork {
  return derive(plan, floorWalls, floor);
}

/** What a diff changes of the walls of a floor. */
export function changesOn(floor: IdOf<'floor'>, diff: PlanDiff): WallChanges {
  const onFloor = (record: PlanRecord | null): PlanRecord | null =>
    record && isKind(record, 'wall') && record.floor === floor ? record : null;
  const changes = new Map<AnyId, Change>();
  for (const [id, { before, after }] of diff)
    changes.set(id, { before: onFloor(before), after: onFloor(after) });
  return wallChanges(changes);
}

/** The changes of walls among changes of records of one floor. */
function wallChanges(changes: InputChanges): WallChanges {
  const found = new Map<IdOf<'wall'>, WallChange>();
  for (const { before, after } of changes.values()) {
    const [was, is] = [asWall(before), asWall(after)];
    const id = (is ?? was)?.id;
    if (id !== undefined) found.set(id, { before: was, after: is });
  }
  return found;
}

const asWall = (record: PlanRecord | null): RecordOf<'wall'> | null =>
  record && isKind(record, 'wall') ? record : null;
