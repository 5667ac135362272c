import { type Point, samePoint } from '../../geometry/point.ts';
import type { IdOf, RecordOf } from '../../plan/records/index.ts';

type Wall = RecordOf<'wall'>;

/** Walls by the points at which they end: those that may meet there are found without a look at each. */
export class WallEnds {
  readonly #near = new Map<number, Wall[]>();

  add(wall: Wall): void {
    this.#note(wall.a, wall);
    this.#note(wall.b, wall);
  }

  /** The walls of a floor that end at a point, in the order in which they were added. */
  at(floor: IdOf<'floor'>, point: Point): readonly Wall[] {
    const near = this.#near.get(mixed(point));
    return near?.filter((wall) => wall.floor === floor && endsAt(wall, point)) ?? none;
  }

  #note(end: Point, wall: Wall): void {
    const key = mixed(end);
    const walls = this.#near.get(key);
    if (walls) walls.push(wall);
    else this.#near.set(key, [wall]);
  }
}

const none: readonly Wall[] = [];

function endsAt({ a, b }: Wall, point: Point): boolean {
  return samePoint(a, point) || samePoint(b, point);
}

/** One number for a point: a few points of a plan share one. A text would take longer to make than to look up. */
function mixed({ x, y }: Point): number {
  return Math.imul(Math.round(x * 1000), 73_856_093) ^ Math.imul(Math.round(y * 1000), 19_349_663);
}
