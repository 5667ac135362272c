import { wallsOn } from '../../derive/walls/floor-walls.ts';
import { WallNetwork } from '../../derive/walls/wall-network.ts';
import { grownBox } from '../../geometry/box.ts';
import { add, cross, distanceBetween, type Point, quantisePoint, samePoint } from '../../geometry/point.ts';
import { groupedBy } from '../../grouped-by.ts';
import type { Draft, PlanDiff } from '../../plan/diff.ts';
import { TOLERANCE } from '../../plan/integrity.ts';
import type { AnyId, IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { getRecord, isKind, type Plan } from '../../plan/plan.ts';
import { offsetOnWall, placeOnWall } from '../../plan/wall-line.ts';
import { directionOfWall, endAt, isTJoint, slideAlong } from '../../plan/walls/wall-joints.ts';
import { boxOfEnds } from '../../plan/walls/walls-by-direction.ts';
import type { Result } from '../../result.ts';
import { MIN_WALL_LENGTH } from '../add-wall.ts';
import { isLocked } from '../is-locked.ts';
import { type TransformRefusal, transformWithDependents } from '../transform-with-dependents.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { keepMounted } from './keep-mounted.ts';
import { keepOpeningsInPlace } from './openings-in-place.ts';

type Wall = RecordOf<'wall'>;

export type MoveWithJointsRefusal = TransformRefusal | 'too-short' | 'opening-does-not-fit';

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
  by: Point,
): Result<PlanDiff, MoveWithJointsRefusal> {
  const given = new Set(ids);
  const moved = quantisePoint(by);
  return tryShapeEdit(plan, (draft) => {
    const walls = wallsOf(plan, given);
    const refusal = transformWithDependents(draft, given, { type: 'translate', by: moved });
    if (refusal) return refusal;
    // Where no wall stays behind there is no joint to keep: every wall is moved as it is.
    if (walls.isAll) return walls.moving.some(isTooShort) ? 'too-short' : null;
    return moveEnds(draft, endMoves(walls, moved), moved);
  });
}

/** The walls that move, as they were, and those around them that do not. */
type Moving = {
  readonly moving: readonly Wall[];
  readonly isMoving: ReadonlySet<AnyId>;
  /** The walls that stay behind with an end at a point: the same list each time. */
  readonly meetingAt: (floor: Wall['floor'], point: Point) => readonly Wall[];
  readonly networkOf: (floor: Wall['floor']) => WallNetwork;
  /** Whether a wall stays behind and may be changed. */
  readonly isResting: (wall: Wall) => boolean;
  /** Whether no wall stays behind on their floors; where few move nobody counts. */
  readonly isAll: boolean;
};

/** So many move that those which stay behind are looked for among these alone. */
const MANY = 500;

function wallsOf(plan: Plan, given: ReadonlySet<AnyId>): Moving {
  const lookup = (id: AnyId) => getRecord(plan, id);
  const isFree = (wall: Wall) => !isLocked(wall, lookup);
  const moving = [...given].flatMap((id) => {
    const record = getRecord(plan, id);
    return record && isKind(record, 'wall') && isFree(record) ? [record] : [];
  });
  const isMoving = new Set<AnyId>(moving.map(({ id }) => id));
  const floors = new Set(moving.map(({ floor }) => floor));
  const isResting = (wall: Wall) => !isMoving.has(wall.id) && floors.has(wall.floor) && isFree(wall);
  const resting = moving.length > MANY ? [...plan.tables.wall.values()].filter(isResting) : null;
  const few = resting && groupedBy(resting, ({ floor }) => floor);
  const networks = new Map<Wall['floor'], WallNetwork>();
  const networkOf = (floor: Wall['floor']): WallNetwork => {
    const network =
      networks.get(floor) ?? (few ? WallNetwork.of(few.get(floor) ?? []) : wallsOn(plan, floor));
    networks.set(floor, network);
    return network;
  };
  const meeting = new Map<readonly Wall[], readonly Wall[]>();
  const meetingAt = (floor: Wall['floor'], point: Point): readonly Wall[] => {
    const all = networkOf(floor).wallsAt(point);
    const known = meeting.get(all) ?? all.filter(isResting);
    meeting.set(all, known);
    return known;
  };
  const isAll = moving.length === 0 || resting?.length === 0;
  return { moving, isMoving, meetingAt, networkOf, isResting, isAll };
}

/** By how much each end of each wall moves, where that is not the move itself. */
type EndMove = { readonly wall: Wall; readonly end: 'a' | 'b'; readonly by: Point };

/**
 * The moves of the ends of moving walls, and of those that meet them or stand on them. Of several moves of one
 * end the one by the last wall counts, so that a point at which very many walls end is looked at once.
 */
function endMoves(walls: Moving, by: Point): readonly EndMove[] {
  const around: Surroundings = { ...walls, isMetByMoving: meetingAmong(walls.moving), decided: new Set() };
  const moves: EndMove[] = [];
  for (const wall of walls.moving.toReversed()) {
    for (const move of movesOnBody(wall, around, by)) moves.push(move);
    for (const move of movesAtEnd({ wall, end: 'b' }, around, by)) moves.push(move);
    for (const move of movesAtEnd({ wall, end: 'a' }, around, by)) moves.push(move);
  }
  return moves;
}

function meetingAmong(moving: readonly Wall[]): Surroundings['isMetByMoving'] {
  const byFloor = groupedBy(moving, ({ floor }) => floor);
  const networks = new Map([...byFloor].map(([floor, walls]) => [floor, WallNetwork.of(walls)] as const));
  return (wall, end) =>
    networks
      .get(wall.floor)
      ?.wallsAt(wall[end])
      .some((other) => other !== wall) ?? false;
}

type Surroundings = Moving & {
  /** Whether another moving wall ends where one does. */
  readonly isMetByMoving: (wall: Wall, end: 'a' | 'b') => boolean;
  /** The walls of those joints whose move is known. */
  readonly decided: Set<readonly Wall[]>;
};

/** What moves with one end of a moving wall: that end, and the ends that meet it. */
function* movesAtEnd(
  { wall, end }: Pick<MovingEnd, 'wall' | 'end'>,
  around: Surroundings,
  by: Point,
): Generator<EndMove> {
  const meeting = around.meetingAt(wall.floor, wall[end]);
  const own = moveOfEnd({ wall, end, meeting }, around, by);
  yield { wall, end, by: own };
  if (around.decided.has(meeting)) return;
  around.decided.add(meeting);
  for (const other of meeting) yield { wall: other, end: endAt(other, wall[end]) ?? 'a', by: own };
}

type MovingEnd = { readonly wall: Wall; readonly end: 'a' | 'b'; readonly meeting: readonly Wall[] };

/** By how much one end of a moving wall moves, and with it the ends that meet it. */
function moveOfEnd({ wall, end, meeting }: MovingEnd, around: Surroundings, by: Point): Point {
  const point = wall[end];
  if (around.isMetByMoving(wall, end)) return by;
  const near = around
    .networkOf(wall.floor)
    .near({ minX: point.x, minY: point.y, maxX: point.x, maxY: point.y });
  const hosts = near.filter((other) => around.isResting(other) && isTJoint(point, other));
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
function* movesOnBody(wall: Wall, around: Surroundings, by: Point): Generator<EndMove> {
  const { networkOf, meetingAt, decided } = around;
  const box = grownBox(boxOfEnds(wall), wall.thickness + TOLERANCE);
  for (const { point } of networkOf(wall.floor).jointsIn(box)) {
    const walls = meetingAt(wall.floor, point);
    if (walls.length === 0 || decided.has(walls) || !isTJoint(point, wall)) continue;
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
