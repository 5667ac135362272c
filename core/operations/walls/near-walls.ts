import Flatbush from 'flatbush';
import { boxOf, grownBox } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { TOLERANCE } from '../../plan/integrity.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { WallEnds } from '../../plan/walls/wall-ends.ts';

type Wall = RecordOf<'wall'>;

/** How far from its drawn line something may lie that stands on a wall, metres. */
const reachesOf = ({ thickness }: Wall): number => thickness + TOLERANCE;

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

  /** The walls of a floor with an end or body at a point, in their order. */
  at(point: Point, floor: Wall['floor']): readonly Wall[] {
    const { x, y } = point;
    const found = this.#tree?.search(x, y, x, y, (index) => this.#walls[index]?.floor === floor) ?? [];
    return found.sort((first, second) => first - second).flatMap((index) => this.#walls[index] ?? []);
  }
}

/** A point of a floor at which walls end, in their order. */
export type Joint = { readonly point: Point; readonly walls: readonly Wall[] };

/** The points at which walls end, by where they are: one at which very many end is looked at once. */
export class NearJoints {
  readonly #joints: readonly (Joint & Pick<Wall, 'floor'>)[];
  readonly #ends = new WallEnds();
  readonly #tree: Flatbush | null;

  constructor(walls: readonly Wall[]) {
    for (const wall of walls) this.#ends.add(wall);
    this.#joints = this.#jointsOf(walls);
    this.#tree = this.#joints.length > 0 ? new Flatbush(this.#joints.length) : null;
    for (const { point } of this.#joints) this.#tree?.add(point.x, point.y, point.x, point.y);
    this.#tree?.finish();
  }

  /** The walls that end at a point of a floor: the same list each time. */
  wallsAt(floor: Wall['floor'], point: Point): readonly Wall[] {
    return this.#ends.at(floor, point);
  }

  /** The joints within the reach of a wall, on its floor. */
  around(wall: Wall): readonly Joint[] {
    const box = boxOf([wall.a, wall.b]);
    if (!this.#tree || !box) return [];
    const { minX, minY, maxX, maxY } = grownBox(box, reachesOf(wall));
    const isOnFloor = (index: number) => this.#joints[index]?.floor === wall.floor;
    return this.#tree.search(minX, minY, maxX, maxY, isOnFloor).flatMap((index) => this.#joints[index] ?? []);
  }

  #jointsOf(walls: readonly Wall[]): readonly (Joint & Pick<Wall, 'floor'>)[] {
    const seen = new Set<readonly Wall[]>();
    return walls.flatMap(({ a, b, floor }) =>
      [a, b].flatMap((point) => {
        const there = this.#ends.at(floor, point);
        if (seen.has(there)) return [];
        seen.add(there);
        return [{ floor, point, walls: there }];
      }),
    );
  }
}
