import { type Box, boxesTouch, boxOf, grownBox, holdsBox, unionOfBoxes } from '../../geometry/box.ts';
import { cross, lerp, type Point, quantisePoint, subtract } from '../../geometry/point.ts';
import { edgesOf, isInPolygon, type Polygon } from '../../geometry/polygon.ts';
import { distanceToSegment } from '../../geometry/segment.ts';
import { reachOf } from '../../geometry/walls/wall-joint.ts';
import { groupedBy } from '../../grouped-by.ts';
import type { IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { shiftOf } from '../../plan/parts/shift-of.ts';
import { drawnLine } from '../../plan/wall-line.ts';
import { type Room, roomsIn } from './rooms.ts';
import { surroundingsOf, type WallNetwork } from './wall-network.ts';
import { isStanding } from './wall-pieces.ts';

type Wall = RecordOf<'wall'>;
type Area = RecordOf<'area'>;

/** An area that follows its walls: as it was on its face, and as an edit has left it. */
export type Follower = { readonly before: Area; readonly after: Area };

/** The walls of a floor before and after an edit. */
export type Networks = { readonly before: WallNetwork; readonly next: WallNetwork };

/**
 * The face of each area after its walls changed: the clear surface that the same sides of the same walls close off.
 *
 * Null where there is none any more: what closed it off is open, is mostly another one's, or the face is two now.
 * Of two areas whose faces became one neither has it. O(what the walls around the areas close off).
 */
export function keptFaces(
  followers: readonly Follower[],
  networks: Networks,
): ReadonlyMap<Area['id'], Polygon | null> {
  const moved = new Map(followers.map((follower) => [follower, movedFace(follower, networks)] as const));
  const finder = new RoomFinder(networks);
  const found = neighbouring(followers.filter((follower) => !moved.get(follower))).flatMap(
    ({ members, box }) => members.map(({ follower }) => [follower, finder.faceOf(follower, box)] as const),
  );
  const claims = groupedBy(found, ([, face]) => face && outlineText(face));
  const isClaimed = (face: Polygon) => (claims.get(outlineText(face))?.length ?? 0) > 1;
  return new Map(
    [...moved, ...found].map(
      ([{ after }, face]) => [after.id, face && !isClaimed(face) ? face : null] as const,
    ),
  );
}

/** How far around an area its walls are looked for, metres: a little more than whatever closes a slit. */
const BESIDE = 0.05;

/** The face of an area all of whose walls were moved by the same, and no other: it needs not be looked for. */
function movedFace({ before }: Follower, networks: Networks): Polygon | null {
  const box = boxOf(before.ring);
  if (!box) return null;
  const around = networks.before.near(grownBox(box, BESIDE));
  let by: Point | null = null;
  for (const wall of around) {
    const now = networks.next.wall(wall.id);
    const shift = now === wall ? NO_SHIFT : now && shiftOf(wall, now);
    if (!shift || (by && Math.hypot(shift.x - by.x, shift.y - by.y) > ROUNDING)) return null;
    by ??= shift;
  }
  if (!by) return null;
  const { x, y } = by;
  const there = networks.next.near(
    grownBox({ minX: box.minX + x, minY: box.minY + y, maxX: box.maxX + x, maxY: box.maxY + y }, BESIDE),
  );
  if (there.length !== around.length) return null;
  const move = (ring: readonly Point[]) =>
    ring.map((point) => quantisePoint({ x: point.x + x, y: point.y + y }));
  return { ring: move(before.ring), holes: before.holes.map(move) };
}

const NO_SHIFT: Point = { x: 0, y: 0 };
const ROUNDING = 1e-6;

type Neighbour = { readonly follower: Follower; readonly box: Box };
type Group = { box: Box; readonly members: Neighbour[] };

/** Areas in groups whose surroundings touch: what is closed off around each group is looked for once. */
function neighbouring(followers: readonly Follower[]): readonly Group[] {
  let groups: Group[] = [];
  for (const follower of followers) {
    const [was, is] = [boxOf(follower.before.ring), boxOf(follower.after.ring)];
    if (!was || !is) continue;
    const box = grownBox(unionOfBoxes(was, is), BESIDE);
    const own: Group = { box, members: [{ follower, box }] };
    const [apart, touching] = [
      groups.filter((each) => !boxesTouch(each.box, own.box)),
      groups.filter((each) => boxesTouch(each.box, own.box)),
    ];
    for (const each of touching) {
      own.box = unionOfBoxes(own.box, each.box);
      for (const member of each.members) own.members.push(member);
    }
    groups = [...apart, own];
  }
  return groups;
}

/** A room and the sides of walls that close it off. */
type Closed = { readonly room: Room; readonly sides: ReadonlySet<string> };

class RoomFinder {
  readonly #networks: Networks;
  readonly #known = new Map<string, readonly Closed[] | null>();

  constructor(networks: Networks) {
    this.#networks = networks;
  }

  faceOf(follower: Follower, box: Box): Polygon | null {
    const sides = sidesAround(follower.before, this.#networks.before);
    if (sides.size === 0) return null;
    const near = this.#faceIn(follower, sides, box);
    if (near !== 'none') return near;
    const all = unionOfBoxes(box, this.#reachOf(sides));
    const far = holdsBox(box, all) ? 'none' : this.#faceIn(follower, sides, all);
    return far === 'none' ? null : far;
  }

  /** The one room in a box with mostly these sides; null for two; 'none' where it may be larger than the box. */
  #faceIn({ before }: Follower, sides: ReadonlySet<string>, box: Box): Polygon | 'none' | null {
    const closed = this.#closedIn('next', box);
    if (!closed) return null;
    const alike = closed.filter((each) => isAlike(each.sides, sides));
    const [only] = alike;
    if (!only) return 'none';
    if (alike.length > 1) return null;
    const within = closed.filter((each) => each !== only && isInPolygon(each.room.centre, before));
    return within.some((each) => this.#isNew(each, sides, box)) ? null : only.room;
  }

  /** Whether a room is none that there was beside the one with these sides: then that one was divided. */
  #isNew({ sides }: Closed, own: ReadonlySet<string>, box: Box): boolean {
    const old = this.#closedIn('before', box) ?? [];
    return !old.some((each) => isAlike(each.sides, sides) && !isAlike(each.sides, own));
  }

  #closedIn(which: keyof Networks, box: Box): readonly Closed[] | null {
    const key = `${which} ${Object.values(box)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const network = this.#networks[which];
    const closed =
      roomsIn(network, box)?.map((room) => ({ room, sides: sidesAround(room, network) })) ?? null;
    this.#known.set(key, closed);
    return closed;
  }

  /** The box around all that hangs together with the walls of some sides: none of their rooms reaches beyond. */
  #reachOf(sides: ReadonlySet<string>): Box {
    const { next } = this.#networks;
    const reached = new Set<Wall>();
    for (const side of sides) {
      const wall = next.wall(side.slice(0, -1) as IdOf<'wall'>);
      if (wall && isStanding(wall)) reached.add(wall);
    }
    let box: Box | null = null;
    for (const wall of reached) {
      const own = surroundingsOf(wall);
      box = box ? unionOfBoxes(box, own) : own;
      for (const other of next.near(own)) if (isStanding(other)) reached.add(other);
    }
    return box ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  }
}

/** Whether two faces have more than half of the sides of the larger one in common. */
function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let common = 0;
  for (const side of one) if (other.has(side)) common += 1;
  return common * 2 > Math.max(one.size, other.size);
}

/** How exactly an outline lies on the faces of its walls: bent ones are flattened. */
const ON_FACE = 0.02;

/** The sides of the walls that a surface ends at: the id of each with `+` for its left, `-` for its right. */
function sidesAround({ ring, holes }: Polygon, network: WallNetwork): ReadonlySet<string> {
  const sides = new Set<string>();
  for (const [start, end] of [ring, ...holes].flatMap(edgesOf)) {
    const middle = lerp(start, end, 0.5);
    const { x, y } = middle;
    for (const wall of network.near({
      minX: x - ON_FACE,
      minY: y - ON_FACE,
      maxX: x + ON_FACE,
      maxY: y + ON_FACE,
    })) {
      const side = isStanding(wall) ? sideOf(wall, middle) : null;
      if (side) sides.add(`${wall.id}${side}`);
    }
  }
  return sides;
}

/** On which face of a wall a point lies; null for neither. */
function sideOf(wall: Wall, point: Point): '+' | '-' | null {
  const { left, right } = reachOf(wall);
  const line = wall.bulge === 0 ? [wall.a, wall.b] : drawnLine(wall);
  for (const [index, end] of line.slice(1).entries()) {
    const start = line[index] ?? end;
    const aside = cross(subtract(end, start), subtract(point, start));
    const reach = aside >= 0 ? left : right;
    if (Math.abs(distanceToSegment(point, start, end) - reach) <= ON_FACE) return aside >= 0 ? '+' : '-';
  }
  return null;
}

/** An outline wherever its rings begin. */
export function outlineText({ ring, holes }: Polygon): string {
  const corners = (each: readonly Point[]) =>
    each
      .map(({ x, y }) => `${x} ${y}`)
      .toSorted()
      .join();
  return [ring, ...holes].map(corners).toSorted().join('|');
}

/** Outlines that are nowhere farther from each other are the same but for rounding, metres. */
const ROUNDED = 0.003;

/** Whether two surfaces are the same but for rounding. */
export function isSameSurface(one: Polygon, other: Polygon): boolean {
  return liesOn(one, other) && liesOn(other, one);
}

function liesOn(one: Polygon, other: Polygon): boolean {
  const edges = [other.ring, ...other.holes].flatMap(edgesOf);
  return [one.ring, ...one.holes]
    .flat()
    .every((corner) => edges.some(([start, end]) => distanceToSegment(corner, start, end) <= ROUNDED));
}
