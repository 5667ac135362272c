import { type Point, samePoint } from '../../geometry/point.ts';
import { lengthBeyond } from '../../geometry/walls/wall-butt.ts';
import { type Joint, jointOf, STRAIGHT } from '../../geometry/walls/wall-joint.ts';
import type { RecordOf } from '../kinds/index.ts';

type Wall = RecordOf<'wall'>;

const FULL_TURN = 2 * Math.PI;

/** Of fewer walls every one may look at every other. */
const CROWD = 12;

export const isOpaque = ({ material }: Wall): boolean => material === 'opaque';

/** A wall as it is seen from a point where it ends. */
export const jointAt = (wall: Wall, point: Point): Joint =>
  jointOf(wall, samePoint(wall.a, point) ? 'a' : 'b');

const withinTurn = (angle: number): number => ((angle % FULL_TURN) + FULL_TURN) % FULL_TURN;

type Spoke = { readonly wall: Wall; readonly direction: number };

/** Walls that leave a point, in the order of their directions; those of one direction as they were given. */
class Spokes {
  readonly #spokes: readonly Spoke[];

  constructor(walls: readonly Wall[], point: Point) {
    this.#spokes = walls
      .map((wall) => ({ wall, direction: withinTurn(jointAt(wall, point).direction) }))
      .sort((first, second) => first.direction - second.direction);
  }

  /** The first that leaves in another direction, anticlockwise of one and clockwise of it; none when all leave in its own. */
  beside(direction: number): readonly Wall[] {
    const own = withinTurn(direction);
    const next = this.#from(own + STRAIGHT) ?? this.#from(own + STRAIGHT - FULL_TURN);
    const last = this.#before(own - STRAIGHT) ?? this.#before(own - STRAIGHT + FULL_TURN);
    // Of several in that direction the first.
    const previous = last && this.#from(last.direction);
    return [next, previous].flatMap((spoke) => spoke?.wall ?? []);
  }

  #from(direction: number): Spoke | undefined {
    return this.#spokes[this.#count(direction)];
  }

  #before(direction: number): Spoke | undefined {
    return this.#spokes[this.#count(direction) - 1];
  }

  /** How many leave in a direction before one. */
  #count(direction: number): number {
    let [from, to] = [0, this.#spokes.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#spokes[middle]?.direction ?? 0) < direction) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/** So many walls in one point that each must not look at all others: O(n log n) once, then O(log n) a wall. */
class CrowdedJoint {
  readonly point: Point;
  readonly #opaque: readonly Wall[];
  readonly #clear: readonly Wall[];
  readonly #spokes: { readonly all: Spokes; readonly opaque: Spokes };
  readonly #farthest: Wall | null;

  constructor(walls: readonly Wall[], point: Point) {
    this.point = point;
    this.#opaque = walls.filter(isOpaque);
    this.#clear = walls.filter((wall) => !isOpaque(wall));
    this.#spokes = { all: new Spokes(walls, point), opaque: new Spokes(this.#opaque, point) };
    const [only] = this.#opaque;
    this.#farthest = only && this.#opaque.length === 1 ? farthestBeyond(this.#clear, only, point) : null;
  }

  /** The others that decide how a wall ends here: its end looks the same among them as among all. */
  deciding(wall: Wall): readonly Wall[] {
    const others = (walls: readonly Wall[]) => walls.filter(({ id }) => id !== wall.id);
    const { direction } = jointAt(wall, this.point);
    const opaque = others(this.#opaque.slice(0, 3));
    const [only, second] = opaque;
    if (isOpaque(wall))
      return only ? others(this.#spokes.opaque.beside(direction)).concat(only) : this.#clear;
    if (only && !second) return this.#farthest ? [only, ...others([this.#farthest])] : [only];
    return [...others(this.#spokes.all.beside(direction)), ...opaque];
  }
}

/** The wall because of which another one goes on farthest past the point. */
function farthestBeyond(walls: readonly Wall[], by: Wall, point: Point): Wall | null {
  const own = jointAt(by, point);
  let [farthest, most]: [Wall | null, number] = [null, 0];
  for (const wall of walls) {
    const beyond = lengthBeyond(own, [jointAt(wall, point)]);
    if (beyond > most) [farthest, most] = [wall, beyond];
  }
  return farthest;
}

// The walls at a point are a value: what follows from them holds as long as they exist.
const known = new WeakMap<readonly Wall[], CrowdedJoint>();

/**
 * The walls at a point that decide how one of them ends there.
 *
 * @param crowd so many are simply all the others
 */
export function decidingWalls(
  wall: Wall,
  walls: readonly Wall[],
  { point, crowd = CROWD }: { readonly point: Point; readonly crowd?: number },
): readonly Wall[] {
  if (walls.length <= crowd) return walls.filter(({ id }) => id !== wall.id);
  let joint = known.get(walls);
  if (!joint || !samePoint(joint.point, point)) {
    joint = new CrowdedJoint(walls, point);
    known.set(walls, joint);
  }
  return joint.deciding(wall);
}
