import Flatbush from 'flatbush';
import { add, type Point, samePoint, subtract } from '../geometry/point.ts';
import { isSelfCrossing } from '../geometry/polygon.ts';
import type { Change, PlanDiff } from '../plan/diff.ts';
import { hasSideWithoutLength, openingsOverlap, type ShapeFlaw } from '../plan/flaws/shape-flaw.ts';
import { ringsOf } from '../plan/parts/rings.ts';
import { isKind, type Plan } from '../plan/plan.ts';
import type { PlanRecord, RecordOf } from '../plan/records/index.ts';
import { wallCovers } from '../plan/walls/wall-covers.ts';

/** What an edit may not bring about. */
export type ShapeRefusal = ShapeFlaw;

/**
 * Why the shapes that an edit leaves are refused; null when they are sound.
 *
 * Only what the edit changes is looked at: what was unsound before, as in an old file, may still be moved.
 * O(changed), and one look at each wall or opening of the plan when such are among it.
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

type Sides = [minX: number, minY: number, maxX: number, maxY: number];

function sidesOf({ a, b }: Wall): Sides {
  return [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)];
}

/** Boxes may lie beside each other by as much as walls that cover each other. */
const NEAR = 0.002;

/** Whether a changed wall covers another one of its floor, or is covered by it, and the two did not before. */
function coversAnew(plan: Plan, diff: PlanDiff, changed: readonly WallChange[]): boolean {
  const tree = new Flatbush(changed.length);
  for (const { after } of changed) tree.add(...sidesOf(after));
  tree.finish();
  const clashes = (wall: Wall, was: Wall | null, first: number): boolean => {
    const [minX, minY, maxX, maxY] = sidesOf(wall);
    const isLater = (index: number) => index >= first;
    return tree.search(minX - NEAR, minY - NEAR, maxX + NEAR, maxY + NEAR, isLater).some((index) => {
      const other = changed[index];
      if (!other || other.after.floor !== wall.floor || !wallCovers(wall, other.after)) return false;
      return !was || !other.before || was.floor !== other.before.floor || !wallCovers(was, other.before);
    });
  };
  const isClashing = ({ before, after }: WallChange, index: number) => clashes(after, before, index + 1);
  if (!moveAsOne(changed) && changed.some(isClashing)) return true;
  for (const wall of plan.tables.wall.values()) {
    const change = diff.get(wall.id);
    const isMoved = change && (!change.after || movedWall(change));
    if (!isMoved && touches(tree, wall) && clashes(wall, wall, 0)) return true;
  }
  return false;
}

function touches(tree: Flatbush, { a, b }: Wall): boolean {
  return (
    (a.x >= tree.minX - NEAR || b.x >= tree.minX - NEAR) &&
    (a.x <= tree.maxX + NEAR || b.x <= tree.maxX + NEAR) &&
    (a.y >= tree.minY - NEAR || b.y >= tree.minY - NEAR) &&
    (a.y <= tree.maxY + NEAR || b.y <= tree.maxY + NEAR)
  );
}

type Opening = RecordOf<'opening'>;

/** Whether an opening that is new or has another place in its wall, or another width, lies over another one. */
function overlapsAnew(plan: Plan, diff: PlanDiff): boolean {
  const changed = [...diff.values()].flatMap(({ before, after }): Opening[] => {
    if (!after || !isKind(after, 'opening')) return [];
    const old = before && isKind(before, 'opening') ? before : null;
    const isSame = old?.wall === after.wall && old.offset === after.offset && old.width === after.width;
    return isSame ? [] : [after];
  });
  if (changed.length === 0) return false;
  const byWall = new Map<string, Opening[]>(changed.map(({ wall }) => [wall, []]));
  for (const opening of openingsAfter(plan, diff)) byWall.get(opening.wall)?.push(opening);
  return changed.some((opening) =>
    byWall.get(opening.wall)?.some((other) => openingsOverlap(opening, other)),
  );
}

function* openingsAfter(plan: Plan, diff: PlanDiff): Generator<Opening> {
  for (const opening of plan.tables.opening.values()) if (!diff.has(opening.id)) yield opening;
  for (const { after } of diff.values()) if (after && isKind(after, 'opening')) yield after;
}
