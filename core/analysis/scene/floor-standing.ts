import type { Derivation, Given, InputChanges } from '../../derive/derivation.ts';
import { Layered } from '../../derive/layered.ts';
import { groupedBy } from '../../grouped-by.ts';
import type { IdOf, Kind, PlacedRecord, RecordOf } from '../../plan/kinds/index.ts';
import { isInStateView } from '../../plan/parts/state-view.ts';
import { isKind } from '../../plan/plan.ts';
import {
  buildingSolid,
  fenceStanding,
  gateStanding,
  obstacleSolid,
  type Solid,
  type StandingPiece,
  solidPieces,
  wallStanding,
} from './standing-pieces.ts';

/** What a plan is looked at as: as it stands today, or as it is to be. */
export type SeenStates = 'today' | 'proposed';

/** Which standing things are meant. */
export type StandingKey = { readonly floor: IdOf<'floor'>; readonly states: SeenStates };

/** The kinds of record that stand in the way. */
export const standingKinds = [
  'wall',
  'opening',
  'fence',
  'gate',
  'building',
  'obstacle',
] as const satisfies readonly Kind[];

/** What a record stands in the way with; heights from its floor. Of a body its faces, and the body. */
export type Standing = { readonly pieces: readonly StandingPiece[]; readonly solid: Solid | null };

type HostKind = Exclude<(typeof standingKinds)[number], 'opening'>;
export type HostId = IdOf<HostKind>;

/**
 * What stands on a floor in a state of the plan, by record; openings with their wall, gates with their fence. What was
 * not touched by an edit is the same value as before it.
 */
export const floorStanding: Derivation<StandingKey, Layered<HostId, Standing>> = {
  name: 'floorStanding',
  keyText: ({ floor, states }) => `${floor} ${states}`,
  inputs: ({ floor }) => [{ kinds: standingKinds, floor, box: null, ids: null }],
  compute: (given, { states }) => new Layered(standingOf(given, states, null)),
  follow: (before, changes, { key: { states }, given }) => {
    const touched = hostsOf(changes);
    const now = standingOf(given, states, touched);
    return before.with(new Map([...touched].map((id) => [id, now.get(id) ?? null])));
  },
};

/** The records that stand otherwise after changes: those, and what changed openings and gates are or were in. */
function hostsOf(changes: InputChanges): ReadonlySet<HostId> {
  const hosts = new Set<HostId>();
  for (const { before, after } of changes.values())
    for (const record of [before, after]) {
      if (!record) continue;
      if (isKind(record, 'opening')) hosts.add(record.wall);
      else hosts.add(record.id as HostId);
      if (isKind(record, 'gate') && record.fence) hosts.add(record.fence);
    }
  return hosts;
}

/** What the records of a floor stand in the way with; of all of them, or of those that are wanted. */
function standingOf(
  given: Given,
  states: SeenStates,
  wanted: ReadonlySet<HostId> | null,
): Map<HostId, Standing> {
  const isThere = ({ state }: PlacedRecord): boolean => isInStateView(state, states);
  const openings = groupedBy(given.of('opening').filter(isThere), ({ wall }) => wall);
  const gates = groupedBy(given.of('gate').filter(isThere), ({ fence }) => fence);
  const all = new Map<HostId, Standing>();
  const put = <K extends HostKind>(kind: K, standing: (record: RecordOf<K>) => Standing | null) => {
    for (const record of given.of(kind)) {
      if (!isThere(record) || (wanted && !wanted.has(record.id as HostId))) continue;
      const stands = standing(record);
      if (stands) all.set(record.id as HostId, stands);
    }
  };
  put('wall', (wall) => ofPieces(wallStanding(wall, openings.get(wall.id) ?? [])));
  put('fence', (fence) => ofPieces(fenceStanding(fence, gates.get(fence.id) ?? [])));
  put('gate', (gate) => ofPieces(gateStanding(gate)));
  put('building', (building) => ofSolid(buildingSolid(building)));
  put('obstacle', (obstacle) => ofSolid(obstacleSolid(obstacle)));
  return all;
}

const ofPieces = (pieces: readonly StandingPiece[]): Standing | null =>
  pieces.length > 0 ? { pieces, solid: null } : null;

const ofSolid = (solid: Solid | null): Standing | null => solid && { pieces: solidPieces(solid), solid };
