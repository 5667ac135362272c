import { wallsOn } from '../derive/walls/floor-walls.ts';
import { grownBox, unionOfBoxes } from '../geometry/box.ts';
import { add, type Point, samePoint, subtract } from '../geometry/point.ts';
import { isSelfCrossing } from '../geometry/polygon.ts';
import { groupedBy } from '../grouped-by.ts';
import type { Change, PlanDiff } from '../plan/diff.ts';
import { hasSideWithoutLength, openingsOverlap, type ShapeFlaw } from '../plan/flaws/shape-flaw.ts';
import type { PlanRecord, RecordOf } from '../plan/kinds/index.ts';
import { ringsOf } from '../plan/parts/rings.ts';
import { isKind, type Plan } from '../plan/plan.ts';
import { crowdedSpans } from '../plan/walls/crowded-spans.ts';
import { wallCovers } from '../plan/walls/wall-covers.ts';
import { boxOfEnds, NEAR, WallsByDirection } from '../plan/walls/walls-by-direction.ts';

/** What an edit may not bring about. */
export type ShapeRefusal = ShapeFlaw;

/**
 * Why the shapes that an edit leaves are refused; null when they are sound.
 *
 * Only what the edit changes is looked at: what was unsound before, as in an old file, may still be moved.
 * O(n log n) in what is changed and in the walls near it, and one look at each opening when such are among it; more
 * where the boxes of very many walls of one direction lie over each other, as nobody draws them.
 */
export function shapeRefusal(plan: Plan, diff: PlanDiff): ShapeRefusal | null {
  const walls: WallChange[] = [];
  for (const change of diff.values()) {
    const wall = movedWall(change);
    if (wall) walls.push(wall);
    else if (change.after && collapsesAnew(change.before, change.after)) return 'side-without-length';
    else if (change.after && crossesAnew(change.before, change.after)) return 'crosses-itself';
  }
  if (walls.length > 0 && coversAnew(plan, diff, walls)) return 'covers-existing-wall';
  return overlapsAnew(plan, diff) ? 'overlaps-opening' : null;
}

type Wall = RecordOf<'wall'>;
type WallChange = { readonly before: Wall | null; readonly after: Wall };

function movedWall({ before, after }: Change): WallChange | null {
  if (!after || !isKind(after, 'wall')) return null;
  const old = before && isKind(before, 'wall') ? before : null;
  const isSame = old && samePoint(old.a, after.a) && samePoint(old.b, after.b) && old.bulge === after.bulge;
  return isSame && old.floor === after.floor ? null : { before: old, after };
}

function collapsesAnew(before: PlanRecord | null, after: PlanRecord): boolean {
  return hasSideWithoutLength(after) && !(before && hasSideWithoutLength(before));
}

function crossesAnew(before: PlanRecord | null, after: PlanRecord): boolean {
  const old = before ? ringsOf(before) : [];
  return ringsOf(after).some((ring, index) => {
    const was = old[index];
    if (was && isShifted(was, ring)) return false;
    return isSelfCrossing(ring) && !(was && isSelfCrossing(was));
  });
}

/** Whether a ring is another one as it was or only moved: a move of whole millimetres changes no crossing. */
function isShifted(before: readonly Point[], after: readonly Point[]): boolean {
  const [from, to] = [before[0], after[0]];
  if (!from || !to || before.length !== after.length) return false;
  const [x, y] = [to.x - from.x, to.y - from.y];
  return before.every((point, index) => {
    const moved = after[index];
    return moved && Math.abs(point.x + x - moved.x) < SHIFTED && Math.abs(point.y + y - moved.y) < SHIFTED;
  });
}

/** Whether walls were all moved by the same on their floors: none comes to lie on another one by that. */
function moveAsOne(walls: readonly WallChange[]): boolean {
  const [first] = walls;
  if (!first?.before) return false;
  const by = subtract(first.after.a, first.before.a);
  return walls.every(
    ({ before, after }) =>
      before !== null &&
      before.floor === after.floor &&
      before.bulge === after.bulge &&
      samePoint(add(before.a, by), after.a, SHIFTED) &&
      samePoint(add(before.b, by), after.b, SHIFTED),
  );
}

/** Places that lie as much apart are the same but for the last digit: all are of whole millimetres. */
const SHIFTED = 1e-6;

/** Whether a changed wall covers another one of its floor, or is covered by it, and the two did not before. */
function coversAnew(plan: Plan, diff: PlanDiff, changed: readonly WallChange[]): boolean {
  let made: WallsByDirection | null = null;
  // Where the whole plan is moved as one, nobody asks.
  const byDirection = () => (made ??= new WallsByDirection(changed.map(({ after }) => after)));
  const clashes = (wall: Wall, was: Wall | null, first: number): boolean =>
    byDirection().some(wall, (index) => {
      const other = changed[index];
      if (!other || index < first || other.after.floor !== wall.floor) return false;
      if (!wallCovers(wall, other.after)) return false;
      return !was || !other.before || was.floor !== other.before.floor || !wallCovers(was, other.before);
    });
  const isClashing = ({ before, after }: WallChange, index: number) => clashes(after, before, index + 1);
  if (!moveAsOne(changed) && changed.some(isClashing)) return true;
  for (const wall of standingNear(plan, changed)) {
    const change = diff.get(wall.id);
    const isMoved = change && (!change.after || movedWall(change));
    if (!isMoved && clashes(wall, wall, 0)) return true;
  }
  return false;
}

/** The walls of a plan on which changed ones may have come to lie; where very many changed, all near their middle. */
function standingNear(plan: Plan, changed: readonly WallChange[]): Iterable<Wall> {
  const moved = changed.filter(({ before }) => before !== null).length;
  // Where all are moved none stands.
  if (moved === plan.tables.wall.size) return [];
  const byFloor = groupedBy(changed, ({ after }) => after.floor);
  const found = new Set<Wall>();
  for (const [floor, changes] of byFloor) {
    const network = wallsOn(plan, floor);
    const boxes = changes.map(({ after }) => grownBox(boxOfEnds(after), NEAR));
    const [first] = boxes;
    const near = boxes.length > MANY && first ? [boxes.reduce(unionOfBoxes, first)] : boxes;
    for (const box of near) for (const wall of network.near(box)) found.add(wall);
  }
  return found;
}

/** So many are looked for one by one. */
const MANY = 200;

type Opening = RecordOf<'opening'>;

/** Whether an opening that is new or has another place in its wall, or another width, lies over another one. */
function overlapsAnew(plan: Plan, diff: PlanDiff): boolean {
  const changed = new Set<Opening>();
  for (const { before, after } of diff.values()) {
    if (!after || !isKind(after, 'opening')) continue;
    const old = before && isKind(before, 'opening') ? before : null;
    const isSame = old?.wall === after.wall && old.offset === after.offset && old.width === after.width;
    if (!isSame) changed.add(after);
  }
  if (changed.size === 0) return false;
  const byWall = new Map<string, Opening[]>([...changed].map(({ wall }) => [wall, []]));
  for (const opening of openingsAfter(plan, diff)) byWall.get(opening.wall)?.push(opening);
  return [...byWall.values()].some((openings) => {
    const crowded = crowdedSpans(openings, openingsOverlap);
    return openings.some((opening) => changed.has(opening) && crowded.has(opening));
  });
}

function* openingsAfter(plan: Plan, diff: PlanDiff): Generator<Opening> {
  for (const opening of plan.tables.opening.values()) if (!diff.has(opening.id)) yield opening;
  for (const { after } of diff.values()) if (after && isKind(after, 'opening')) yield after;
}
