import { add, cross, distanceBetween, type Point, quantisePoint, samePoint } from '../../geometry/point.ts';
import type { Draft, PlanDiff } from '../../plan/diff.ts';
import type { AnyId, IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { isKind, type Plan } from '../../plan/plan.ts';
import { offsetOnWall, placeOnWall } from '../../plan/wall-line.ts';
import { WallEnds } from '../../plan/walls/wall-ends.ts';
import type { Result } from '../../result.ts';
import { MIN_WALL_LENGTH } from '../add-wall.ts';
import { isLocked } from '../is-locked.ts';
import { type TransformRefusal, transformWithDependents } from '../transform-with-dependents.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { keepMounted } from './keep-mounted.ts';
import { NearJoints, NearWalls } from './near-walls.ts';
import { keepOpeningsInPlace } from './openings-in-place.ts';
import { directionOfWall, endAt, isTJoint, slideAlong } from './wall-joints.ts';

type Wall = RecordOf<'wall'>;

export type MoveWithJointsRefusal = TransformRefusal | 'too-short' | 'opening-does-not-fit';

export type JointMove = {
  readonly by: Point;
  /** The walls that may meet the moving ones; all walls of the plan when null. */
  readonly near: Iterable<IdOf<'wall'>> | null;
};

/**
 * Diff that moves records as `moveRecords` does, and keeps the joints of the walls among them.
 *
 * ```
 *   +-----+---+          +-------+---+     The ends of the walls that meet a moving one go along, in
 *   |     W   |   ==>    |       W   |     their own direction where that is possible; T joints slide
 *   +-----+---+          +-------+---+     along the wall they stand on.
 * ```
 *
 * Openings stay where they are on the plan, those of the moving wall where they are in it, as far as
 * they fit. Refuses with 'too-short' when a wall that meets a moving one would lose its length.
 */
export function moveWithJoints(
  plan: Plan,
  ids: Iterable<AnyId>,
  { by, near }: JointMove,
): Result<PlanDiff, MoveWithJointsRefusal> {
  const given = new Set(ids);
  const moved = quantisePoint(by);
  return tryShapeEdit(plan, (draft) => {
    const network = networkOf(draft, given, near);
    const refusal = transformWithDependents(draft, given, { type: 'translate', by: moved });
    if (refusal) return refusal;
    // Where no wall stays behind there is no joint to keep: every wall is moved as it is.
    if (network.resting.length === 0) return network.moving.some(isTooShort) ? 'too-short' : null;
    return moveEnds(draft, endMoves(network, moved), moved);
  });
}

/** The walls that move, and the straight and bent ones around them that do not; all as they were. */
type Network = { readonly moving: readonly Wall[]; readonly resting: readonly Wall[] };

function networkOf(draft: Draft, given: ReadonlySet<AnyId>, near: JointMove['near']): Network {
  const isFree = (wall: Wall) => !isLocked(wall, (id) => draft.get(id));
  const moving = [...given].flatMap((id) => {
    const record = draft.get(id);
    return record && isKind(record, 'wall') && isFree(record) ? [record] : [];
  });
  if (moving.length === 0) return { moving, resting: [] };
  const around = near ? [...near].flatMap((id) => draft.get(id) ?? []) : [...draft.all('wall')];
  const floors = new Set(moving.map(({ floor }) => floor));
  const names = new Set(moving.map(({ id }) => id));
  const resting = around.filter((wall) => !names.has(wall.id) && floors.has(wall.floor) && isFree(wall));
  return { moving, resting };
}

/** By how much each end of each wall moves, where that is not the move itself. */
type EndMove = { readonly wall: Wall; readonly end: 'a' | 'b'; readonly by: Point };

/**
 * The moves of the ends of moving walls, and of those that meet them or stand on them. Of several moves of one
 * end the one by the last wall counts, so that a point at which very many walls end is looked at once.
 */
function endMoves({ moving, resting }: Network, by: Point): readonly EndMove[] {
  const movingEnds = new WallEnds();
  for (const wall of moving) movingEnds.add(wall);
  const joints = new NearJoints(resting);
  const around = { movingEnds, bodies: new NearWalls(resting), joints, decided: new Set<readonly Wall[]>() };
  const moves: EndMove[] = [];
  for (const wall of moving.toReversed()) {
    for (const move of movesOnBody(wall, around, by)) moves.push(move);
    for (const move of movesAtEnd({ wall, end: 'b' }, around, by)) moves.push(move);
    for (const move of movesAtEnd({ wall, end: 'a' }, around, by)) moves.push(move);
  }
  return moves;
}

type Surroundings = {
  readonly movingEnds: WallEnds;
  readonly bodies: NearWalls;
  readonly joints: NearJoints;
  /** The walls of those joints whose move is known. */
  readonly decided: Set<readonly Wall[]>;
};

/** What moves with one end of a moving wall: that end, and the ends that meet it. */
function* movesAtEnd(
  { wall, end }: Pick<MovingEnd, 'wall' | 'end'>,
  around: Surroundings,
  by: Point,
): Generator<EndMove> {
  const meeting = around.joints.wallsAt(wall.floor, wall[end]);
  const own = moveOfEnd({ wall, end, meeting }, around, by);
  yield { wall, end, by: own };
  if (around.decided.has(meeting)) return;
  around.decided.add(meeting);
  for (const other of meeting) yield { wall: other, end: endAt(other, wall[end]) ?? 'a', by: own };
}

type MovingEnd = { readonly wall: Wall; readonly end: 'a' | 'b'; readonly meeting: readonly Wall[] };

/** By how much one end of a moving wall moves, and with it the ends that meet it. */
function moveOfEnd(
  { wall, end, meeting }: MovingEnd,
  { movingEnds, bodies }: Surroundings,
  by: Point,
): Point {
  const point = wall[end];
  if (movingEnds.at(wall.floor, point).some((other) => other !== wall)) return by;
  const hosts = bodies.at(point, wall.floor).filter((other) => isTJoint(point, other));
  return slideOnRails(wall, [...meeting, ...hosts], by) ?? by;
}

/** The move of an end along the one line that all walls at a joint have in common; null without such a line. */
function slideOnRails(wall: Wall, rails: readonly Wall[], by: Point): Point | null {
  if (wall.bulge !== 0 || rails.some(({ bulge }) => bulge !== 0)) return null;
  const slanted = rails.map(directionOfWall).filter((rail) => slideAlong(wall, by, rail) !== null);
  const [first] = slanted;
  if (!first || slanted.some((rail) => Math.abs(cross(rail, first)) > PARALLEL)) return null;
  return slideAlong(wall, by, first);
}

// Sine between walls that count as one line: a long wall of whole millimetres is seldom exactly in line.
const PARALLEL = 0.002;

/** The ends of resting walls that stand on the body of a moving one go along in their own direction. */
function* movesOnBody(wall: Wall, { joints, decided }: Surroundings, by: Point): Generator<EndMove> {
  for (const { point, walls } of joints.around(wall)) {
    if (decided.has(walls) || !isTJoint(point, wall)) continue;
    decided.add(walls);
    for (const other of walls) {
      const slid = other.bulge === 0 ? slideAlong(wall, by, directionOfWall(other)) : null;
      yield { wall: other, end: endAt(other, point) ?? 'a', by: slid ?? by };
    }
  }
}

function moveEnds(draft: Draft, moves: readonly EndMove[], by: Point): MoveWithJointsRefusal | null {
  const changed = new Map<IdOf<'wall'>, { readonly before: Wall; readonly after: Wall }>();
  for (const { wall, end, by: own } of moves) {
    const { before, after } = changed.get(wall.id) ?? { before: wall, after: wall };
    changed.set(wall.id, { before, after: { ...after, [end]: quantisePoint(add(wall[end], own)) } });
  }
  for (const { before, after } of changed.values()) {
    const refusal = putReached(draft, { before, after, by });
    if (refusal) return refusal;
  }
  return null;
}

const isTooShort = ({ a, b }: Wall): boolean => distanceBetween(a, b) < MIN_WALL_LENGTH;

type Reached = { readonly before: Wall; readonly after: Wall; readonly by: Point };

function putReached(draft: Draft, { before, after, by }: Reached): MoveWithJointsRefusal | null {
  if (isTooShort(after)) return 'too-short';
  const rigid = draft.get(before.id);
  const isRigid = rigid && samePoint(rigid.a, after.a) && samePoint(rigid.b, after.b);
  if (isRigid) return null;
  if (!parseRecord(after).ok) return 'outside-plan';
  draft.put(after);
  const isMoving = rigid !== undefined && !samePoint(rigid.a, before.a);
  const own = isMoving ? by : { x: 0, y: 0 };
  // As the openings: where they were on the plan, moved by what the wall was moved by.
  const along = (offset: number) => offsetOnWall(after, add(placeOnWall(before, offset).at, own));
  keepMounted(draft, { before, after, by: own, along });
  return keepOpeningsInPlace(draft, { before, after, by: own });
}
