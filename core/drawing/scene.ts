import type { Point } from '../geometry/point.ts';
import type { PlanDiff } from '../plan/diff.ts';
import type { AnyId, IdOf, PlanRecord, RecordOf } from '../plan/kinds/index.ts';
import { lookingBy } from '../plan/parts/related.ts';
import { isInStateView, type StateView } from '../plan/parts/state-view.ts';
import { getRecord, isKind, type Plan, recordsOf } from '../plan/plan.ts';
import { WallEnds } from '../plan/walls/wall-ends.ts';

type Wall = RecordOf<'wall'>;

/** How the plan is looked at: N of 1:N on paper, and the angle by which the view is turned, anticlockwise. */
export type SceneView = { readonly scale: number; readonly rotation: number };

/** The window draws as a sheet of 1:500 that is not turned. */
const windowView: SceneView = { scale: 500, rotation: 0 };

/** What a record's drawing depends on besides the record itself. */
export type Scene = {
  readonly view: SceneView;
  /** Drawn so small that nothing but items of detail `always` is shown: drawers leave out the rest. */
  readonly isFar: boolean;
  /** What is drawn by its state: walls that are not there in this view join nothing. */
  readonly states: StateView;
  readonly plan: Plan;
  readonly lookup: (id: AnyId) => PlanRecord | undefined;
  /** The walls of a floor that end at a point: the same list for the same point. */
  readonly wallsAt: (floor: IdOf<'floor'>, point: Point) => readonly Wall[];
};

/** The scene of a whole plan, for the window unless the view of a sheet is given. O(walls), once the first is asked for. */
export function sceneOf(plan: Plan, view: SceneView = windowView, states: StateView = 'both'): Scene {
  let ends: WallEnds | null = null;
  return {
    plan,
    view,
    states,
    isFar: false,
    lookup: (id) => getRecord(plan, id),
    wallsAt: (floor, point) => {
      ends ??= endsOf(plan, states);
      return ends.at(floor, point);
    },
  };
}

function endsOf(plan: Plan, states: StateView): WallEnds {
  const ends = new WallEnds();
  for (const wall of recordsOf(plan, 'wall')) if (isInStateView(wall.state, states)) ends.add(wall);
  return ends;
}

/**
 * The scene with a diff laid over it, for a preview that is not part of the plan, or for the plan after it.
 *
 * O(changed); scenes laid over scenes get slower, so build a new one now and then.
 */
export function overlaidScene(scene: Scene, diff: PlanDiff, plan: Plan = scene.plan): Scene {
  const ends = new WallEnds();
  for (const { after } of diff.values()) {
    if (after && isKind(after, 'wall') && isInStateView(after.state, scene.states)) ends.add(after);
  }
  // As many walls as meet in a point ask for those there: they are put together once.
  const asked = new Map<readonly Wall[], readonly Wall[]>();
  return {
    plan,
    view: scene.view,
    isFar: scene.isFar,
    states: scene.states,
    lookup: (id) => {
      const change = diff.get(id);
      return change ? (change.after ?? undefined) : scene.lookup(id);
    },
    wallsAt: (floor, point) => {
      const there = scene.wallsAt(floor, point);
      const here = ends.at(floor, point);
      if (there.length === 0) return here;
      const known = asked.get(there);
      if (known) return known;
      const walls = [...there.filter((wall) => !diff.has(wall.id)), ...here];
      asked.set(there, walls);
      return walls;
    },
  };
}

/** The walls at either end of a changed wall, as it was or as it is. */
export function joinedTo(record: PlanRecord | null, scene: Scene): readonly (readonly Wall[])[] {
  if (!record || !isKind(record, 'wall')) return [];
  return [record.a, record.b].map((end) => scene.wallsAt(record.floor, end));
}

/** The records that look different after a diff: those in it, and what is joined, lies in or is attached to them. */
export function affectedBy(
  diff: PlanDiff,
  { before, after }: { before: Scene; after: Scene },
): ReadonlySet<AnyId> {
  const affected = new Set<AnyId>(diff.keys());
  const joined = new Set<readonly Wall[]>();
  for (const change of diff.values()) {
    for (const walls of joinedTo(change.before, before)) joined.add(walls);
    for (const walls of joinedTo(change.after, after)) joined.add(walls);
  }
  for (const walls of joined) for (const { id } of walls) affected.add(id);
  for (const id of lookingBy(after.plan, diff.keys())) affected.add(id);
  return affected;
}
