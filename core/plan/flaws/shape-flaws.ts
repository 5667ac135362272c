import { grownBox, holdsBox } from '../../geometry/box.ts';
import { distanceBetween } from '../../geometry/point.ts';
import { isSelfCrossing } from '../../geometry/polygon.ts';
import type { PlanRecord, RecordOf } from '../kinds/index.ts';
import { ringsOf } from '../parts/rings.ts';
import { allRecords, type Plan } from '../plan.ts';
import { wallCovers } from '../walls/wall-covers.ts';
import { boxOfEnds, NEAR, WallsByDirection } from '../walls/walls-by-direction.ts';
import { hasSideWithoutLength, openingsOverlap, type ShapeFlaw } from './shape-flaw.ts';

/** Pairs of walls that are looked at in all: bounds the search in a hostile file to a part of a second. */
const MOST_PAIRS_OF_WALLS = 20_000_000;

export type FoundFlaws = {
  readonly records: ReadonlyMap<ShapeFlaw, readonly PlanRecord[]>;
  /** So many walls lie over each other that not all of them were compared. */
  readonly isCut: boolean;
};

/**
 * The records of a plan whose shapes are unsound by what is wrong with them, as edits would refuse it; of two
 * walls or openings over each other the shorter one, or the later one.
 *
 * Nothing for a flaw that no record has. O(n log n) for what people draw; where the boxes of very many walls of
 * one direction lie over each other, as in a file made to slow the program down, the search ends and says so.
 */
export function shapeFlaws(plan: Plan): FoundFlaws {
  const flaws = new Map<ShapeFlaw, PlanRecord[]>();
  const add = (flaw: ShapeFlaw, record: PlanRecord): void => {
    const found = flaws.get(flaw);
    if (found) found.push(record);
    else flaws.set(flaw, [record]);
  };
  const covered = coveredWalls([...plan.tables.wall.values()]);
  for (const wall of covered.walls) add('covers-existing-wall', wall);
  for (const opening of overlappingOpenings(plan)) add('overlaps-opening', opening);
  for (const record of allRecords(plan)) {
    if (hasSideWithoutLength(record)) add('side-without-length', record);
    if (ringsOf(record).some((ring) => isSelfCrossing(ring))) add('crosses-itself', record);
  }
  return { records: flaws, isCut: covered.isCut };
}

type Wall = RecordOf<'wall'>;
type CoveredWalls = { readonly walls: readonly Wall[]; readonly isCut: boolean };

/** The walls that lie wholly on another one of their floor, in their order. */
function coveredWalls(walls: readonly Wall[]): CoveredWalls {
  const places = new Set<string>();
  const covered = new Set<Wall>();
  const straight: Wall[] = [];
  for (const wall of walls) {
    const place = placeOf(wall);
    // A bent one lies on its like alone.
    if (places.has(place)) covered.add(wall);
    else if (wall.bulge === 0) straight.push(wall);
    places.add(place);
  }
  const lying = lyingOnOthers(straight);
  for (const wall of lying.walls) covered.add(wall);
  return { walls: walls.filter((wall) => covered.has(wall)), isCut: lying.isCut };
}

/** The same for walls that have the same place, whichever end is first. */
function placeOf({ floor, a, b, bulge }: Wall): string {
  const isFirst = a.x < b.x || (a.x === b.x && a.y <= b.y);
  const [start, end, bend] = isFirst ? [a, b, bulge] : [b, a, -bulge];
  return `${floor} ${start.x} ${start.y} ${end.x} ${end.y} ${bend}`;
}

function lyingOnOthers(walls: readonly Wall[]): CoveredWalls {
  const boxes = walls.map(boxOfEnds);
  const grown = boxes.map((box) => grownBox(box, NEAR));
  const lengths = walls.map(({ a, b }) => distanceBetween(a, b));
  const byDirection = new WallsByDirection(walls);
  let left = MOST_PAIRS_OF_WALLS;
  const isUnder = (index: number, other: number): boolean => {
    left -= 1;
    const [wall, on, box, around] = [walls[index], walls[other], boxes[index], grown[other]];
    if (!wall || !on || !box || !around || other === index || on.floor !== wall.floor) return false;
    // The box of what lies on another is within that one's: seen sooner than how far the ends are away.
    if (!holdsBox(around, box)) return false;
    const more = (lengths[other] ?? 0) - (lengths[index] ?? 0);
    return (more > 0 || (more === 0 && other < index)) && wallCovers(wall, on);
  };
  const covered = walls.filter((wall, index) => {
    left -= 1;
    return left >= 0 && byDirection.some(wall, (other) => isUnder(index, other));
  });
  return { walls: covered, isCut: left < 0 };
}

type Opening = RecordOf<'opening'>;

/** Those that begin before the one that reaches farthest of those before them in their wall has ended. */
function overlappingOpenings(plan: Plan): readonly Opening[] {
  const startOf = ({ offset, width }: Opening) => offset - width / 2;
  const inOrder = [...plan.tables.opening.values()].sort((first, second) => startOf(first) - startOf(second));
  const farthest = new Map<string, Opening>();
  return inOrder.filter((opening) => {
    const before = farthest.get(opening.wall);
    const ends = ({ offset, width }: Opening) => offset + width / 2;
    if (!before || ends(opening) > ends(before)) farthest.set(opening.wall, opening);
    return before !== undefined && openingsOverlap(before, opening);
  });
}
