import type { Derivation, Given, InputChanges } from '../../derive/derivation.ts';
import { Layered } from '../../derive/layered.ts';
import { boxesTouch, boxOf } from '../../geometry/box.ts';
import { groupedBy } from '../../grouped-by.ts';
import type { IdOf, Kind, PlacedRecord, PlanRecord, RecordOf } from '../../plan/kinds/index.ts';
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
import { aroundFaces, buildingsAt, walledFaces } from './walled-faces.ts';

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
    const touched = hostsOf(changes, given.of('building'));
    const now = standingOf(given, states, touched);
    return before.with(new Map([...touched].map((id) => [id, now.get(id) ?? null])));
  },
};

/**
 * The records that stand otherwise after changes: those, what changed openings and gates are or were in, and buildings
 * of which changed walls are or were a face.
 */
export function hostsOf(
  changes: InputChanges,
  buildings: readonly RecordOf<'building'>[],
): ReadonlySet<HostId> {
  const records = [...changes.values()].flatMap(({ before, after }) =>
    [before, after].filter((each) => each !== null),
  );
  return new Set(records.flatMap((record) => touchedBy(record, buildings)));
}

function touchedBy(record: PlanRecord, buildings: readonly RecordOf<'building'>[]): readonly HostId[] {
  if (isKind(record, 'opening')) return [record.wall];
  if (isKind(record, 'gate') && record.fence) return [record.id, record.fence];
  if (isKind(record, 'wall')) return [record.id, ...buildingsAt(record, buildings).map(({ id }) => id)];
  return [record.id as HostId];
}

/** What the records of a floor stand in the way with; of all of them, or of those that are wanted. */
export function standingOf(
  given: Pick<Given, 'of'>,
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
  const wallsAt = wallsByPlace(given.of('wall').filter(isThere));
  put('building', (building) => {
    const solid = buildingSolid(building);
    return {
      pieces: walledFaces(
        solid,
        wallsAt(building).map((wall) => ({ wall, base: 0 })),
      ),
      solid,
    };
  });
  put('obstacle', (obstacle) => ofSolid(obstacleSolid(obstacle)));
  return all;
}

/** The walls that may be faces of a building. */
function wallsByPlace(walls: readonly RecordOf<'wall'>[]) {
  const boxes = walls.map((wall) => boxOf([wall.a, wall.b]));
  return ({ ring }: RecordOf<'building'>): readonly RecordOf<'wall'>[] => {
    const around = aroundFaces(ring);
    return walls.filter((_, index) => {
      const box = boxes[index];
      return box && around && boxesTouch(box, around);
    });
  };
}

const ofPieces = (pieces: readonly StandingPiece[]): Standing | null =>
  pieces.length > 0 ? { pieces, solid: null } : null;

const ofSolid = (solid: Solid | null): Standing | null => solid && { pieces: solidPieces(solid), solid };
