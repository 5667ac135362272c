import type { Box } from '../geometry/box.ts';
import type { Point } from '../geometry/point.ts';
import type { PlanDiff } from './diff.ts';
import { FloorIndex } from './floor-index.ts';
import { bestHit, POINT_REACH } from './hit.ts';
import type { AnyId, IdOf, PlacedRecord } from './kinds/index.ts';
import { lookingBy } from './parts/related.ts';
import { allRecords, getRecord, isPlaced, type Plan } from './plan.ts';
import { boundsOf } from './shape.ts';

export type HitQuery = {
  readonly at: Point;
  /** Metres: what is farther from `at` is not hit, what is larger than a point may be hit inside. */
  readonly tolerance: number;
  readonly floor: IdOf<'floor'>;
  readonly isSelectable: (record: PlacedRecord) => boolean;
};

/** Where the records of a plan are. A value: `update` returns another index and leaves this one as it is. */
export type SpatialIndex = {
  /** The index after an edit; `plan` is the plan after it. O(changed), now and then a rebuild of a floor. */
  update(plan: Plan, diff: PlanDiff): SpatialIndex;
  /** Records of a floor whose bounds touch a box, in no particular order. */
  query(box: Box, floor: IdOf<'floor'>): readonly AnyId[];
  /**
   * The record that a click means: points before lines before what is inside a surface, then the
   * nearest, then the smallest. An underlay only when nothing else is there.
   */
  hitTest(plan: Plan, query: HitQuery): AnyId | null;
};

type Floors = ReadonlyMap<IdOf<'floor'>, FloorIndex>;

/** The index of all floors of a plan. O(n log n): some tens of milliseconds for 20,000 records. */
export function buildIndex(plan: Plan): SpatialIndex {
  const entries = new Map<IdOf<'floor'>, [AnyId, Box][]>();
  for (const record of allRecords(plan)) {
    const box = isPlaced(record) ? boundsOf(record, plan) : null;
    if (!box || !isPlaced(record)) continue;
    const floor = entries.get(record.floor) ?? [];
    entries.set(record.floor, floor);
    floor.push([record.id, box]);
  }
  return indexOf(new Map([...entries].map(([floor, boxes]) => [floor, FloorIndex.of(boxes)])));
}

function indexOf(floors: Floors): SpatialIndex {
  const query = (box: Box, floor: IdOf<'floor'>) => floors.get(floor)?.query(box) ?? [];
  return {
    query,
    update: (plan, diff) => indexOf(updated(floors, plan, diff)),
    hitTest: (plan, { at, tolerance, floor, isSelectable }) => {
      const reach = tolerance * POINT_REACH;
      const box = { minX: at.x - reach, minY: at.y - reach, maxX: at.x + reach, maxY: at.y + reach };
      const records = query(box, floor).flatMap((id) => {
        const record = getRecord(plan, id);
        return record && isPlaced(record) && isSelectable(record) ? [record] : [];
      });
      return bestHit(plan, records, { at, tolerance })?.id ?? null;
    },
  };
}

/** The records of a diff, and what moves because it lies in or is attached to one of them. */
function touched(plan: Plan, diff: PlanDiff): Iterable<AnyId> {
  return new Set([...diff.keys(), ...lookingBy(plan, diff.keys())]);
}

function updated(floors: Floors, plan: Plan, diff: PlanDiff): Floors {
  const changes = new Map<IdOf<'floor'>, Map<AnyId, Box | null>>();
  const change = (floor: IdOf<'floor'>, id: AnyId, box: Box | null) => {
    const ofFloor = changes.get(floor) ?? new Map<AnyId, Box | null>();
    changes.set(floor, ofFloor.set(id, box));
  };
  for (const id of touched(plan, diff)) {
    const before = diff.get(id)?.before;
    if (before && isPlaced(before)) change(before.floor, id, null);
    const after = getRecord(plan, id);
    if (after && isPlaced(after)) change(after.floor, id, boundsOf(after, plan));
  }
  const next = new Map(floors);
  for (const [floor, ofFloor] of changes) {
    next.set(floor, (floors.get(floor) ?? FloorIndex.of([])).with(ofFloor));
  }
  return next;
}
