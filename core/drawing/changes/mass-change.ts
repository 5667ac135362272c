import { sensorsTouched } from '../../analysis/sensing/sensors-touched.ts';
import { type Point, samePoint } from '../../geometry/point.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId, RecordOf } from '../../plan/kinds/index.ts';
import { lookingBy } from '../../plan/parts/related.ts';
import { shiftOf } from '../../plan/parts/shift-of.ts';
import { isKind, kindOf, type Plan } from '../../plan/plan.ts';
import { joinedTo, type Scene } from '../scene.ts';

/** What an edit of many records does to the drawing. */
export type MassChange = {
  /** Records that look as they did but are somewhere else, by the same for all of them; null for none. */
  readonly moved: { readonly ids: ReadonlySet<AnyId>; readonly by: Point } | null;
  /** All others that look different. */
  readonly others: ReadonlySet<AnyId>;
};

export type MovedTogether = NonNullable<MassChange['moved']>;

type Scenes = { readonly before: Scene; readonly after: Scene };

const ROUNDING = 1e-6;

/**
 * The records that look different after a diff, as `affectedBy` gives them, with those apart that were merely
 * moved and need not be drawn again: openings go along in their walls, but a wall whose corners are other ones
 * now, because what it was joined to stayed or what it is joined to was there, is drawn anew.
 *
 * O(changed).
 */
export function massChange(diff: PlanDiff, scenes: Scenes): MassChange {
  const { ids, by } = shifted(diff);
  const others = new Set<AnyId>();
  for (const id of diff.keys()) if (!ids.has(id)) others.add(id);
  addSensors(others, diff, scenes);
  // Where all walls were moved, and no other one is there now, none is joined otherwise.
  if (!holdsAllWalls(ids, scenes.before.plan) || !holdsAllWalls(ids, scenes.after.plan))
    addJoined(others, { diff, ids, scenes });
  for (const id of lookingBy(scenes.after.plan, diff.keys())) {
    if (diff.has(id)) continue;
    const record = scenes.after.lookup(id);
    if (record && isKind(record, 'opening') && ids.has(record.wall)) ids.add(id);
    else others.add(id);
  }
  for (const id of others) ids.delete(id);
  return { moved: by && { ids, by }, others };
}

/** Adds the sensors that may reach otherwise: what one reaches does not go along with it. */
function addSensors(others: Set<AnyId>, diff: PlanDiff, { before, after }: Scenes): void {
  for (const id of diff.keys()) if (kindOf(id) === 'sensor') others.add(id);
  for (const id of sensorsTouched(diff, { before: before.plan, after: after.plan })) others.add(id);
}

/** The records of a diff that were moved by as much as the first that was merely moved. */
function shifted(diff: PlanDiff): { readonly ids: Set<AnyId>; readonly by: Point | null } {
  const ids = new Set<AnyId>();
  let by: Point | null = null;
  for (const [id, { before, after }] of diff) {
    const shift = before && after && shiftOf(before, after);
    if (!shift) continue;
    by ??= shift;
    if (samePoint(shift, by, ROUNDING)) ids.add(id);
  }
  return { ids, by };
}

function holdsAllWalls(ids: ReadonlySet<AnyId>, plan: Plan): boolean {
  for (const id of plan.tables.wall.keys()) if (!ids.has(id)) return false;
  return true;
}

type Joining = { readonly diff: PlanDiff; readonly ids: ReadonlySet<AnyId>; readonly scenes: Scenes };

/** Adds the walls that are joined otherwise now: where not all that meet were moved together all of them are. */
function addJoined(others: Set<AnyId>, { diff, ids, scenes }: Joining): void {
  // As many walls as meet in a point name it: it is looked at once.
  const joints = new Set<readonly RecordOf<'wall'>[]>();
  for (const { before, after } of diff.values()) {
    for (const walls of joinedTo(before, scenes.before)) joints.add(walls);
    for (const walls of joinedTo(after, scenes.after)) joints.add(walls);
  }
  for (const walls of joints) {
    if (walls.every(({ id }) => ids.has(id))) continue;
    for (const { id } of walls) others.add(id);
  }
}
