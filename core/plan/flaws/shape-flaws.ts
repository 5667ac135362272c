import Flatbush from 'flatbush';
import { distanceBetween } from '../../geometry/point.ts';
import { isSelfCrossing } from '../../geometry/polygon.ts';
import { ringsOf } from '../parts/rings.ts';
import { allRecords, type Plan } from '../plan.ts';
import type { PlanRecord, RecordOf } from '../records/index.ts';
import { wallCovers } from '../walls/wall-covers.ts';
import { hasSideWithoutLength, openingsOverlap, type ShapeFlaw } from './shape-flaw.ts';

/** Pairs of walls that are compared in all: bounds the search in a hostile file to a part of a second. */
const MOST_PAIRS_OF_WALLS = 1_000_000;

/**
 * The records of a plan whose shapes are unsound by what is wrong with them, as edits would refuse it; of two
 * walls or openings over each other the shorter one, or the later one.
 *
 * Nothing for a flaw that no record has. O(n log n) for what people draw; where the boxes of very many walls
 * lie over each other, as in a file made to slow the program down, some flaws are not found.
 */
export function shapeFlaws(plan: Plan): ReadonlyMap<ShapeFlaw, readonly PlanRecord[]> {
  const flaws = new Map<ShapeFlaw, PlanRecord[]>();
  const add = (flaw: ShapeFlaw, record: PlanRecord): void => {
    const found = flaws.get(flaw);
    if (found) found.push(record);
    else flaws.set(flaw, [record]);
  };
  for (const wall of coveredWalls([...plan.tables.wall.values()])) add('covers-existing-wall', wall);
  for (const opening of overlappingOpenings(plan)) add('overlaps-opening', opening);
  for (const record of allRecords(plan)) {
    if (hasSideWithoutLength(record)) add('side-without-length', record);
    if (ringsOf(record).some((ring) => isSelfCrossing(ring))) add('crosses-itself', record);
  }
  return flaws;
}

type Wall = RecordOf<'wall'>;

/** The walls that lie wholly on another one of their floor, in their order. */
function coveredWalls(walls: readonly Wall[]): readonly Wall[] {
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
  for (const wall of lyingOnOthers(straight)) covered.add(wall);
  return walls.filter((wall) => covered.has(wall));
}

/** The same for walls that have the same place, whichever end is first. */
function placeOf({ floor, a, b, bulge }: Wall): string {
  const isFirst = a.x < b.x || (a.x === b.x && a.y <= b.y);
  const [start, end, bend] = isFirst ? [a, b, bulge] : [b, a, -bulge];
  return `${floor} ${start.x} ${start.y} ${end.x} ${end.y} ${bend}`;
}

/** Boxes may lie beside each other by as much as walls that cover each other. */
const NEAR = 0.002;

function* lyingOnOthers(walls: readonly Wall[]): Generator<Wall> {
  if (walls.length === 0) return;
  const tree = new Flatbush(walls.length);
  for (const { a, b } of walls)
    tree.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y));
  tree.finish();
  let left = MOST_PAIRS_OF_WALLS;
  for (const [index, wall] of walls.entries()) {
    const { a, b, floor } = wall;
    const length = distanceBetween(a, b);
    const isUnder = (other: number): boolean => {
      left -= 1;
      const on = walls[other];
      if (!on || other === index || on.floor !== floor) return false;
      const more = distanceBetween(on.a, on.b) - length;
      return (more > 0 || (more === 0 && other < index)) && wallCovers(wall, on);
    };
    const [minX, minY] = [Math.min(a.x, b.x) - NEAR, Math.min(a.y, b.y) - NEAR];
    const [maxX, maxY] = [Math.max(a.x, b.x) + NEAR, Math.max(a.y, b.y) + NEAR];
    if (tree.search(minX, minY, maxX, maxY, isUnder).length > 0) yield wall;
    if (left < 0) return;
  }
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
