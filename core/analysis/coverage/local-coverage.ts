import type { Given } from '../../derive/derivation.ts';
import { derive } from '../../derive/derive.ts';
import { type Box, boxesTouch, grownBox, holdsBox, middleOf, unionOfBoxes } from '../../geometry/box.ts';
import { distanceBetween } from '../../geometry/point.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId, IdOf, Kind, PlanRecord, RecordOf } from '../../plan/kinds/index.ts';
import { lookingBy } from '../../plan/parts/related.ts';
import { isInStateView } from '../../plan/parts/state-view.ts';
import { getRecord, isKind, kindOf, type Plan, settingsOf } from '../../plan/plan.ts';
import { boundsOf } from '../../plan/shape.ts';
import type { SpatialIndex } from '../../plan/spatial-index.ts';
import { type HostId, hostsOf, type Standing, standingKinds, standingOf } from '../scene/floor-standing.ts';
import { sceneOfStanding } from '../scene/sight-scene.ts';
import { floorsBeside, sightStanding } from '../scene/sight-standing.ts';
import { aroundFaces } from '../scene/walled-faces.ts';
import type { CameraResult } from './camera-coverage.ts';
import { askedOf, type CoverageKey, sceneCamera } from './coverage-scene.ts';
import { boundsOfFloor } from './floor-bounds.ts';
import { CoverageKeeper, reachBox } from './scene-coverage.ts';

type Camera = RecordOf<'camera'>;
type Host = RecordOf<'wall'> | RecordOf<'building'> | RecordOf<'obstacle'>;

/** A plan, where its records are, and an edit of it that is not made yet. */
export type Edited = { readonly plan: Plan; readonly index: SpatialIndex; readonly diff: PlanDiff };

/** More cameras than this follow an edit when it is made. */
export const MOST_LOCAL = 20;
/** With more pieces in reach a camera takes longer than a frame. */
const MOST_PIECES = 3000;
/** So much farther is looked around a camera, as a share of its reach: what stands there is made ready once for many moves. */
const AROUND = 0.3;

const isStandingKind = (kind: Kind): boolean => (standingKinds as readonly Kind[]).includes(kind);

const lookedUp =
  ({ plan, diff }: Pick<Edited, 'plan' | 'diff'>) =>
  (id: AnyId): PlanRecord | undefined => {
    const change = diff.get(id);
    return change ? (change.after ?? undefined) : getRecord(plan, id);
  };

/**
 * The cameras whose view an edit changes: those that are edited, and those in whose reach something stands or stood
 * that is; the nearest first, no more than `MOST_LOCAL`. O(cameras · changes).
 */
export function camerasTouched(edited: Edited, key: CoverageKey): readonly Camera[] {
  const { plan, diff } = edited;
  const isSeen = (record: PlanRecord | undefined): record is Camera =>
    record !== undefined &&
    isKind(record, 'camera') &&
    record.floor === key.floor &&
    isInStateView(record.state, key.states);
  const own = [...diff.values()].flatMap(({ after }) => (after && isSeen(after) ? [after] : []));
  const around = changedBox(edited);
  if (!around) return own.slice(0, MOST_LOCAL);
  const middle = middleOf(around);
  const others = [...plan.tables.camera.values()]
    .filter((camera) => !diff.has(camera.id) && isSeen(camera) && boxesTouch(reachBox(camera), around))
    .toSorted((one, other) => distanceBetween(one.at, middle) - distanceBetween(other.at, middle));
  return [...own, ...others].slice(0, MOST_LOCAL);
}

/** Around what stands otherwise after an edit, as it was and as it is; null for nothing. */
function changedBox({ plan, diff }: Edited): Box | null {
  let box: Box | null = null;
  const take = (record: PlanRecord | null): void => {
    const isThere = record !== null && isStandingKind(kindOf(record.id));
    // What lies in a wall lies where that was: both are edited where it moves.
    const bounds = isThere ? boundsOf(record, plan) : null;
    if (bounds) box = box ? unionOfBoxes(box, bounds) : bounds;
  };
  for (const { before, after } of diff.values()) {
    take(before);
    take(after);
  }
  return box;
}

/** What single cameras see by what stands in their reach, computed at once: for what follows the pointer. */
export class LocalCoverage {
  readonly #keeper = new CoverageKeeper();
  #around: Box | null = null;

  /**
   * What cameras see of a plan with an edit; null where more stands in their reach than there is time for.
   *
   * Costs by what stands in reach of the cameras; no more than looking from them while nothing of it changes.
   */
  cover(
    edited: Edited,
    key: CoverageKey,
    cameras: readonly Camera[],
  ): ReadonlyMap<IdOf<'camera'>, CameraResult> | null {
    const standing = this.#standingNear(edited, key, cameras);
    const lookup = lookedUp(edited);
    const hostOf = ({ mountedOn }: Camera): Host | undefined => {
      const host = mountedOn === null ? undefined : lookup(mountedOn);
      if (!host || !(isKind(host, 'wall') || isKind(host, 'building') || isKind(host, 'obstacle'))) return;
      return isInStateView(host.state, key.states) ? host : undefined;
    };
    const pieces = standing.reduce((sum, each) => sum + each.pieces.length, 0);
    if (pieces > MOST_PIECES) return null;
    const settings = settingsOf(edited.plan);
    const boundsOf = boundsOfFloor(recordsOf(edited.plan), key);
    return this.#keeper.camerasOf({
      ...sceneOfStanding(standing, 'light', settings.meshShare),
      cameras: cameras.flatMap((camera) => {
        const seen = boundsOf(camera);
        return seen ? [sceneCamera(camera, hostOf(camera), seen)] : [];
      }),
      ...askedOf(settings),
      targetHeight: key.targetHeight,
      view: 'levels',
      over: null,
    });
  }

  #standingNear(edited: Edited, key: CoverageKey, cameras: readonly Camera[]): readonly Standing[] {
    const { plan, index, diff } = edited;
    const { floor, states } = key;
    const before = derive(plan, sightStanding, { floor, states });
    const changes = new Map([...diff].filter(([id]) => isStandingKind(kindOf(id))));
    const touched = hostsOf(
      changes,
      [...plan.tables.building.values()].filter((building) => building.floor === floor),
    );
    const now = standingOf(touchedRecords(edited, touched, floor), states, touched);
    const box = this.#boxAround(cameras);
    const floors = [floor, ...floorsBeside(recordsOf(plan), floor).map((beside) => beside.floor.id)];
    const near = floors.flatMap((each) => index.query(box, each) as readonly HostId[]);
    const hosts = [...new Set([...near, ...touched])].sort();
    return hosts.flatMap((id) => (touched.has(id) ? now.get(id) : before.get(id)) ?? []);
  }

  /** A box around all that cameras reach: the same one while it holds that. */
  #boxAround(cameras: readonly Camera[]): Box {
    const boxes = cameras.map(reachBox);
    const needed = boxes.reduce(unionOfBoxes, boxes[0] ?? NOWHERE);
    const [width, height] = [needed.maxX - needed.minX, needed.maxY - needed.minY];
    const known = this.#around;
    const isLarge = known !== null && known.maxX - known.minX > (1 + 3 * AROUND) * width;
    if (known && holdsBox(known, needed) && !isLarge) return known;
    this.#around = grownBox(needed, (AROUND * Math.min(width, height)) / 2);
    return this.#around;
  }
}

/** The records of a plan by kind. */
const recordsOf = ({ tables }: Plan): Pick<Given, 'of'> => ({
  of: <K extends Kind>(kind: K) => [...tables[kind].values()] as readonly RecordOf<K>[],
});

const NOWHERE: Box = { minX: 0, minY: 0, maxX: 0, maxY: 0 };

/** The records that are touched, with the openings and gates in them, after an edit. */
function touchedRecords(edited: Edited, touched: ReadonlySet<HostId>, floor: IdOf<'floor'>) {
  const { plan, index, diff } = edited;
  const ids = new Set<AnyId>([...touched, ...lookingBy(plan, touched), ...diff.keys()]);
  const lookup = lookedUp(edited);
  for (const id of touched) {
    const record = lookup(id);
    // Walls may be the faces of a building.
    const around = record && isKind(record, 'building') ? aroundFaces(record.ring) : null;
    if (around) for (const near of index.query(around, floor)) ids.add(near);
  }
  const records = [...ids].flatMap((id) => lookup(id) ?? []);
  return {
    of: <K extends Kind>(kind: K) => records.filter((record): record is RecordOf<K> => isKind(record, kind)),
  };
}
