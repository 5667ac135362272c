import type { Derivation, Given, Inputs } from '../../derive/derivation.ts';
import { Layered } from '../../derive/layered.ts';
import { type Box, boxesTouch, boxOf } from '../../geometry/box.ts';
import type { IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { isInStateView } from '../../plan/parts/state-view.ts';
import {
  floorStanding,
  type HostId,
  type SeenStates,
  type Standing,
  type StandingKey,
  standingKinds,
} from './floor-standing.ts';
import { buildingSolid } from './standing-pieces.ts';
import { aroundFaces, type FaceWall, walledFaces } from './walled-faces.ts';

type Floor = RecordOf<'floor'>;
type Building = RecordOf<'building'>;

/** What sight over a floor is computed from: what stands on it, and on floors that it sees or is seen from. */
export const sightInputs: readonly Inputs[] = [
  { kinds: standingKinds, floor: null, box: null, ids: null },
  { kinds: ['floor'], floor: null, box: null, ids: null },
];

/**
 * What stands in the way of sight over a floor, in heights above it: what stands on the floor itself; on outdoors also
 * the walls of the floors, and over a floor what stands outdoors. Where the outer wall of a floor is drawn along a
 * building, it is the face of that building as far as it goes. Of two floors neither sees the other.
 *
 * The same value as `floorStanding` where nothing stands on another floor.
 */
export const sightStanding: Derivation<StandingKey, Layered<HostId, Standing>> = {
  name: 'sightStanding',
  keyText: ({ floor, states }) => `${floor} ${states}`,
  inputs: () => sightInputs,
  compute: (given, { floor, states }) => {
    const own = given.from(floorStanding, { floor, states });
    const others = floorsBeside(given, floor)
      .map((beside) => ({
        ...beside,
        standing: given.from(floorStanding, { floor: beside.floor.id, states }),
      }))
      .filter(({ standing }) => !isEmpty(standing));
    return others.length === 0 ? own : together(own, others, facesAnew(given, { floor, states }));
  },
  follow: null,
};

const isEmpty = (standing: Layered<HostId, Standing>): boolean => standing.values().next().done === true;

/** Another floor, and how much higher it lies, metres. */
export type FloorBeside = { readonly floor: Floor; readonly shift: number };

/** The floor that buildings stand on; null where there is none. Of several the first. */
export function outdoorFloor(given: Pick<Given, 'of'>): Floor | null {
  const built = new Set(given.of('building').map(({ floor }) => floor));
  const [first] = given
    .of('floor')
    .filter(({ id }) => built.has(id))
    .sort((one, other) => one.order - other.order);
  return first ?? null;
}

/** The floors that are seen from a floor and see it: from outdoors all others, from any other outdoors alone. */
export function floorsBeside(given: Pick<Given, 'of'>, id: IdOf<'floor'>): readonly FloorBeside[] {
  const floors = given.of('floor');
  const own = floors.find((floor) => floor.id === id);
  const outdoors = outdoorFloor(given);
  if (!own || !outdoors) return [];
  const beside = own.id === outdoors.id ? floors.filter((floor) => floor.id !== id) : [outdoors];
  return beside.map((floor) => ({ floor, shift: floor.elevation - own.elevation }));
}

type Other = FloorBeside & { readonly standing: Layered<HostId, Standing> };

function together(
  own: Layered<HostId, Standing>,
  others: readonly Other[],
  faces: ReadonlyMap<HostId, Standing>,
): Layered<HostId, Standing> {
  const all = new Map<HostId, Standing>();
  for (const [id, standing] of own.entries()) all.set(id, faces.get(id) ?? standing);
  for (const { standing, shift, floor } of others)
    for (const [id, each] of standing.entries())
      all.set(id, shifted(faces.get(id) ?? each, shift, floor.height));
  return new Layered(all);
}

const shiftedOnes = new WeakMap<Standing, Map<string, Standing>>();

/** The same in heights above another floor; what reaches up without end ends at the ceiling. */
function shifted(standing: Standing, shift: number, ceiling: number): Standing {
  const known = shiftedOnes.get(standing) ?? new Map<string, Standing>();
  shiftedOnes.set(standing, known);
  const key = `${shift} ${ceiling}`;
  const there = known.get(key);
  if (there) return there;
  const high = (metres: number) => (metres === Number.POSITIVE_INFINITY ? ceiling : metres) + shift;
  const { pieces, solid } = standing;
  const made: Standing = {
    pieces: pieces.map((piece) => ({ ...piece, low: piece.low + shift, high: high(piece.high) })),
    solid: solid && { ...solid, height: high(solid.height) },
  };
  known.set(key, made);
  return made;
}

type Faced = { readonly walls: readonly FaceWall[]; readonly standing: Standing };
const faced = new WeakMap<Building, Faced>();

/** The buildings of which walls of floors are faces, in heights above outdoors. */
function facesAnew(given: Given, { floor, states }: StandingKey): ReadonlyMap<HostId, Standing> {
  const outdoors = outdoorFloor(given);
  const faces = new Map<HostId, Standing>();
  if (!outdoors) return faces;
  const seen = new Set([floor, outdoors.id, ...floorsBeside(given, floor).map((beside) => beside.floor.id)]);
  const walls = wallsOf(given, { seen, outdoors, states });
  for (const building of given.of('building')) {
    if (building.floor !== outdoors.id || !isInStateView(building.state, states)) continue;
    const around = aroundFaces(building.ring);
    const near = walls.filter(({ box }) => around && box && boxesTouch(box, around)).map(({ face }) => face);
    faces.set(building.id, standingOfBuilding(building, near));
  }
  return faces;
}

/** Kept as long as the walls are the same: what stands otherwise is another content. */
function standingOfBuilding(building: Building, walls: readonly FaceWall[]): Standing {
  const known = faced.get(building);
  if (known && isSame(known.walls, walls)) return known.standing;
  const solid = buildingSolid(building);
  const standing: Standing = { pieces: walledFaces(solid, walls), solid };
  faced.set(building, { walls, standing });
  return standing;
}

function isSame(one: readonly FaceWall[], other: readonly FaceWall[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ wall, base }, index) => wall === other[index]?.wall && base === other[index]?.base)
  );
}

type BoxedWall = { readonly face: FaceWall; readonly box: Box | null };

function wallsOf(
  given: Given,
  {
    seen,
    outdoors,
    states,
  }: { readonly seen: ReadonlySet<IdOf<'floor'>>; readonly outdoors: Floor; readonly states: SeenStates },
): readonly BoxedWall[] {
  const floors = new Map(given.of('floor').map((floor) => [floor.id, floor]));
  return given.of('wall').flatMap((wall) => {
    const floor = floors.get(wall.floor);
    if (!floor || !seen.has(floor.id) || !isInStateView(wall.state, states)) return [];
    const isElsewhere = floor.id !== outdoors.id;
    // Without a height of its own a wall of a floor ends at its ceiling.
    const own = isElsewhere && wall.height === null ? ceilinged(wall, floor) : wall;
    return [
      { face: { wall: own, base: floor.elevation - outdoors.elevation }, box: boxOf([wall.a, wall.b]) },
    ];
  });
}

const ceilingedOnes = new WeakMap<RecordOf<'wall'>, RecordOf<'wall'>>();

/** Kept with the wall, so that it stays the same one. */
function ceilinged(wall: RecordOf<'wall'>, { height }: Floor): RecordOf<'wall'> {
  const known = ceilingedOnes.get(wall);
  if (known?.height === height) return known;
  const made = { ...wall, height };
  ceilingedOnes.set(wall, made);
  return made;
}
