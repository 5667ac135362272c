import { sensorsTouched } from '../analysis/sensing/sensors-touched.ts';
import { changesOn, wallsOn } from '../derive/walls/floor-walls.ts';
import type { WallNetwork } from '../derive/walls/wall-network.ts';
import type { Point } from '../geometry/point.ts';
import type { PlanDiff } from '../plan/diff.ts';
import type { AnyId, IdOf, PlanRecord, RecordOf } from '../plan/kinds/index.ts';
import { lookingBy } from '../plan/parts/related.ts';
import { isInStateView, type StateView } from '../plan/parts/state-view.ts';
import { getRecord, isKind, type Plan } from '../plan/plan.ts';

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
  readonly networkOf: (floor: IdOf<'floor'>) => WallNetwork;
  /** The walls of a floor that end at a point: the same list for the same point. */
  readonly wallsAt: (floor: IdOf<'floor'>, point: Point) => readonly Wall[];
};

/** The scene of a whole plan, for the window unless the view of a sheet is given. */
export function sceneOf(plan: Plan, view: SceneView = windowView, states: StateView = 'both'): Scene {
  return sceneWith({ plan, view, states, lookup: (id) => getRecord(plan, id) }, (floor) =>
    wallsOn(plan, floor),
  );
}

/** The scene with a diff laid over it, for a preview that is not part of the plan. O(changed). */
export function overlaidScene(scene: Scene, diff: PlanDiff): Scene {
  const lookup = (id: AnyId) => {
    const change = diff.get(id);
    return change ? (change.after ?? undefined) : scene.lookup(id);
  };
  return sceneWith({ ...scene, lookup }, (floor) => scene.networkOf(floor).with(changesOn(floor, diff)));
}

type Base = Omit<Scene, 'isFar' | 'networkOf' | 'wallsAt'> & { readonly isFar?: boolean };

function sceneWith(base: Base, networkOn: Scene['networkOf']): Scene {
  const networks = new Map<IdOf<'floor'>, WallNetwork>();
  const networkOf = (floor: IdOf<'floor'>): WallNetwork => {
    const network = networks.get(floor) ?? networkOn(floor);
    networks.set(floor, network);
    return network;
  };
  // As many walls as meet in a point ask for those there: they are put together once.
  const seen = new Map<readonly Wall[], readonly Wall[]>();
  const wallsAt: Scene['wallsAt'] = (floor, point) => {
    const all = networkOf(floor).wallsAt(point);
    if (base.states === 'both') return all;
    const walls = seen.get(all) ?? all.filter(({ state }) => isInStateView(state, base.states));
    seen.set(all, walls);
    return walls;
  };
  return { isFar: false, ...base, networkOf, wallsAt };
}

/** The walls at either end of a changed wall, as it was or as it is. */
export function joinedTo(record: PlanRecord | null, scene: Scene): readonly (readonly Wall[])[] {
  if (!record || !isKind(record, 'wall')) return [];
  return [record.a, record.b].map((end) => scene.wallsAt(record.floor, end));
}

/**
 * The records that look different after a diff: those in it, what is joined, lies in or is attached to them, and the
 * sensors that they stand in the way of.
 */
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
  for (const id of sensorsTouched(diff, { before: before.plan, after: after.plan })) affected.add(id);
  return affected;
}
