import { type Point, samePoint } from '../../geometry/point.ts';
import type { IdOf, RecordOf } from '../../plan/records/index.ts';

type Wall = RecordOf<'wall'>;

/** The walls of a floor that end at one point, in the order in which they were added. */
type End = Pick<Wall, 'floor'> & { readonly point: Point; readonly walls: Wall[] };

/** Walls by the points at which they end: those that may meet there are found without a look at each. */
export class WallEnds {
  readonly #near = new Map<number, End[]>();

  add(wall: Wall): void {
    this.#note(wall.a, wall);
    this.#note(wall.b, wall);
  }

  /** The walls of a floor that end at a point, in the order in which they were added: the same list each time. */
  at(floor: IdOf<'floor'>, point: Point): readonly Wall[] {
    return this.#find(floor, point)?.walls ?? none;
  }

  #find(floor: IdOf<'floor'>, point: Point): End | undefined {
    return this.#near.get(mixed(point))?.find((end) => end.floor === floor && samePoint(end.point, point));
  }

  #note(point: Point, wall: Wall): void {
    const known = this.#find(wall.floor, point);
    if (known) {
      known.walls.push(wall);
      return;
    }
    const key = mixed(point);
    const end = { floor: wall.floor, point, walls: [wall] };
    const near = this.#near.get(key);
    if (near) near.push(end);
    else this.#near.set(key, [end]);
  }
}

const none: readonly Wall[] = [];

/** One number for a point: a few points of a plan share one. A text would take longer to make than to look up. */
function mixed({ x, y }: Point): number {
  return Math.imul(Math.round(x * 1000), 73_856_093) ^ Math.imul(Math.round(y * 1000), 19_349_663);
}
