import type { Change, PlanDiff } from '../../plan/diff.ts';
import type { AnyId, IdOf, Kind, PlanRecord, RecordOf } from '../../plan/kinds/index.ts';
import { isKind, type Plan } from '../../plan/plan.ts';
import type { Derivation, InputChanges } from '../derivation.ts';
import { derive } from '../derive.ts';
import { type NetworkChanges, WallNetwork } from './wall-network.ts';

/** Beyond this a network is made anew: so many changes take as long. */
const MOST_FOLLOWED = 2000;

/** The network of the walls of a floor. */
export const floorWalls: Derivation<IdOf<'floor'>, WallNetwork> = {
  name: 'floorWalls',
  keyText: (floor) => floor,
  inputs: (floor) => [{ kinds: ['wall', 'opening'], floor, box: null, ids: null }],
  compute: (given) => WallNetwork.of(given.of('wall'), given.of('opening')),
  follow: (network, changes) => (changes.size > MOST_FOLLOWED ? null : network.with(networkChanges(changes))),
};

/** The network of the walls of a floor of a plan. */
export function wallsOn(plan: Plan, floor: IdOf<'floor'>): WallNetwork {
  return derive(plan, floorWalls, floor);
}

/** What a diff changes of the walls of a floor, and of the openings in them. */
export function changesOn(floor: IdOf<'floor'>, diff: PlanDiff): NetworkChanges {
  const changes = new Map<AnyId, Change>();
  for (const [id, { before, after }] of diff) {
    const change = { before: onFloor(before, floor), after: onFloor(after, floor) };
    if (change.before || change.after) changes.set(id, change);
  }
  return networkChanges(changes);
}

const onFloor = (record: PlanRecord | null, floor: IdOf<'floor'>): PlanRecord | null =>
  record && (isKind(record, 'wall') || isKind(record, 'opening')) && record.floor === floor ? record : null;

/** The changes of walls and openings among changes of records of one floor. */
function networkChanges(changes: InputChanges): NetworkChanges {
  return { walls: ofKind(changes, 'wall'), openings: ofKind(changes, 'opening') };
}

function ofKind<K extends 'wall' | 'opening'>(changes: InputChanges, kind: K) {
  const found = new Map<IdOf<K>, { before: RecordOf<K> | null; after: RecordOf<K> | null }>();
  for (const { before, after } of changes.values()) {
    const [was, is] = [asKind(before, kind), asKind(after, kind)];
    const id = (is ?? was)?.id;
    if (id !== undefined) found.set(id as IdOf<K>, { before: was, after: is });
  }
  return found;
}

function asKind<K extends Kind>(record: PlanRecord | null, kind: K): RecordOf<K> | null {
  return record && isKind(record, kind) ? (record as RecordOf<K>) : null;
}
