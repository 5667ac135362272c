import type { Point } from '../../geometry/point.ts';
import type { IdOf, RecordOf } from '../kinds/index.ts';

type Wall = RecordOf<'wall'>;

/** Walls by the points at which they end: those that may meet there are found without a look at each. */
export class WallEnds {
  /** By floor, x and y: no two points share a list, whatever their coordinates. */
  readonly #ends = new Map<IdOf<'floor'>, Map<number, Map<number, Wall[]>>>();

  add(wall: Wall): void {
    this.#note(wall.a, wall);
    this.#note(wall.b, wall);
  }

  /** The walls of a floor that end at a point, in the order in which they were added: the same list each time. */
  at(floor: IdOf<'floor'>, { x, y }: Point): readonly Wall[] {
    return this.#ends.get(floor)?.get(x)?.get(y) ?? none;
  }

  #note({ x, y }: Point, wall: Wall): void {
    const columns = madeIn(this.#ends, wall.floor, () => new Map<number, Map<number, Wall[]>>());
    const column = madeIn(columns, x, () => new Map<number, Wall[]>());
    madeIn(column, y, (): Wall[] => []).push(wall);
  }
}

const none: readonly Wall[] = [];

/** What a map has under a key, which is made where there is nothing yet. */
function madeIn<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
