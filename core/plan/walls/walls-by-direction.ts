import Flatbush from 'flatbush';
import { type Box, grownBox } from '../../geometry/box.ts';
import { distanceBetween } from '../../geometry/point.ts';
import type { RecordOf } from '../kinds/index.ts';

type Wall = Pick<RecordOf<'wall'>, 'a' | 'b'>;

/** Boxes may lie beside each other by as much as walls that cover each other, and a little more. */
export const NEAR = 0.002;

/** The box around the line between the ends of a wall. */
export function boxOfEnds({ a, b }: Wall): Box {
  return {
    minX: Math.min(a.x, b.x),
    minY: Math.min(a.y, b.y),
    maxX: Math.max(a.x, b.x),
    maxY: Math.max(a.y, b.y),
  };
}

/** Half a turn is cut into so many directions: what lies on another has its direction, but for its ends' slack. */
const DIRECTIONS = 256;
const STEP = Math.PI / DIRECTIONS;

/** Which of the directions, whichever end is first. */
function directionOf({ a, b }: Wall): number {
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  return Math.floor((angle < 0 ? angle + Math.PI : angle) / STEP) % DIRECTIONS;
}

/** Those that two walls over each other may have: one's own and as many beside it as the ends of the shorter may be off. */
function directionsNear(direction: number, length: number): readonly number[] {
  const slack = Math.asin(Math.min(1, (2 * NEAR) / length));
  const beside = Math.min(DIRECTIONS / 2, Math.ceil(slack / STEP));
  const count = Math.min(DIRECTIONS, 2 * beside + 1);
  return Array.from({ length: count }, (_, step) => (direction - beside + step + DIRECTIONS) % DIRECTIONS);
}

/** From this length on the ends' slack is within one of the directions, metres. */
const LONG = (2 * NEAR) / Math.sin(STEP);

/** Walls as long as each other, to a factor of four: short ones are looked for in more directions than long ones. */
const lengthClassOf = (length: number): number =>
  length >= LONG ? 0 : Math.ceil(Math.log(LONG / Math.max(length, NEAR / 2)) / Math.log(4));

/** Walls of one direction and about one length: many that meet in a point differ in it, where their boxes do not. */
class Bundle {
  readonly #members: number[] = [];
  readonly #boxes: Box[] = [];
  #tree: Flatbush | null = null;

  add(index: number, box: Box): void {
    this.#members.push(index);
    this.#boxes.push(box);
  }

  some({ minX, minY, maxX, maxY }: Box, isMeant: (index: number) => boolean): boolean {
    this.#tree ??= this.#treeOf();
    const found = this.#tree.search(minX, minY, maxX, maxY, (at) => isMeant(this.#members[at] ?? -1));
    return found.length > 0;
  }

  #treeOf(): Flatbush {
    const tree = new Flatbush(this.#boxes.length);
    for (const { minX, minY, maxX, maxY } of this.#boxes) tree.add(minX, minY, maxX, maxY);
    tree.finish();
    return tree;
  }
}

type LengthClass = { shortest: number; readonly bundles: Map<number, Bundle> };

/** Walls by their direction and their place: those that one may cover, or lie on, are found without a look at each. */
export class WallsByDirection {
  readonly #classes = new Map<number, LengthClass>();

  constructor(walls: readonly Wall[]) {
    for (const [index, wall] of walls.entries()) {
      const length = distanceBetween(wall.a, wall.b);
      const { bundles } = this.#classFor(length);
      const direction = directionOf(wall);
      const bundle = bundles.get(direction) ?? new Bundle();
      bundles.set(direction, bundle);
      bundle.add(index, boxOfEnds(wall));
    }
  }

  /** Whether any, by its number, of the walls that might cover one or lie on it is meant; those of all floors are asked about. */
  some(wall: Wall, isMeant: (index: number) => boolean): boolean {
    const box = grownBox(boxOfEnds(wall), NEAR);
    const length = distanceBetween(wall.a, wall.b);
    const direction = directionOf(wall);
    return [...this.#classes.values()].some(({ shortest, bundles }) =>
      directionsNear(direction, Math.min(length, shortest)).some((near) =>
        bundles.get(near)?.some(box, isMeant),
      ),
    );
  }

  #classFor(length: number): LengthClass {
    const number = lengthClassOf(length);
    const known = this.#classes.get(number);
    if (!known) {
      const made = { shortest: length, bundles: new Map<number, Bundle>() };
      this.#classes.set(number, made);
      return made;
    }
    known.shortest = Math.min(known.shortest, length);
    return known;
  }
}
