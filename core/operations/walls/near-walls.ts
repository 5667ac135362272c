import Flatbush from 'flatbush';
import { boxOf, grownBox } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { TOLERANCE } from '../../plan/integrity.ts';
import type { RecordOf } from '../../plan/records/index.ts';

type Wall = RecordOf<'wall'>;

/** How far from its drawn line something may lie that stands on a wall, metres. */
export const reachesOf = ({ thickness }: Wall): number => thickness + TOLERANCE;

/** Walls by where they are: those that a wall beside them may be joined to are found without a look at each. */
export class NearWalls {
  readonly #walls: readonly Wall[];
  readonly #tree: Flatbush | null;

  constructor(walls: readonly Wall[]) {
    this.#walls = walls;
    this.#tree = walls.length > 0 ? new Flatbush(walls.length) : null;
    for (const wall of walls) {
      const { a, b } = wall;
      const reach = reachesOf(wall);
      this.#tree?.add(
        Math.min(a.x, b.x) - reach,
        Math.min(a.y, b.y) - reach,
        Math.max(a.x, b.x) + reach,
        Math.max(a.y, b.y) + reach,
      );
    }
    this.#tree?.finish();
  }

  /** The walls of a floor with an end or body at the points, or in the box around them and so far beside; in their order. */
  around(points: readonly Point[], floor: Wall['floor'], beside = 0): readonly Wall[] {
    const box = boxOf(points);
    if (!this.#tree || !box) return [];
    const { minX, minY, maxX, maxY } = grownBox(box, beside);
    const found = this.#tree.search(minX, minY, maxX, maxY, (index) => this.#walls[index]?.floor === floor);
    return found.sort((first, second) => first - second).flatMap((index) => this.#walls[index] ?? []);
  }
}

const placeOf = ({ x, y }: Point): string => `${x} ${y}`;

/** Walls by where their ends are. */
export class WallEnds {
  readonly #at = new Map<string, Wall[]>();

  constructor(walls: readonly Wall[]) {
    for (const wall of walls) {
      for (const end of [wall.a, wall.b]) {
        const walls = this.#at.get(placeOf(end));
        if (walls) walls.push(wall);
        else this.#at.set(placeOf(end), [wall]);
      }
    }
  }

  /** Whether another one of the walls ends at a point. */
  isShared(wall: Wall, point: Point): boolean {
    return this.#at.get(placeOf(point))?.some((other) => other !== wall) ?? false;
  }
}
