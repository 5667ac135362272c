import { boxesTouch, boxOf, grownBox } from '../../geometry/box.ts';
import type { ShapeFlaw } from '../../plan/flaws/shape-flaw.ts';
import { shapeFlaws } from '../../plan/flaws/shape-flaws.ts';
import type { AnyId, PlacedRecord, RecordOf } from '../../plan/kinds/index.ts';
import { isKind, isPlaced, type Plan, planOf } from '../../plan/plan.ts';
import { wallCovers } from '../../plan/walls/wall-covers.ts';
import { boxOfEnds, NEAR, WallsByDirection } from '../../plan/walls/walls-by-direction.ts';

/** Records of which those are left out that no edit may bring about, and what stands in these. */
export type SoundRecords = {
  readonly sound: readonly PlacedRecord[];
  readonly unsound: ReadonlyMap<ShapeFlaw, readonly PlacedRecord[]>;
  /** Doors and windows whose wall is not among the sound records. */
  readonly withoutWall: readonly PlacedRecord[];
};

/**
 * The records that may come into a plan, each where it will be: without walls that lie on others, also on those of
 * the plan, doors over doors, outlines that cross themselves and sides without length. O(n log n), as `shapeFlaws`.
 */
export function soundRecords(plan: Plan, records: readonly PlacedRecord[]): SoundRecords {
  const unsound = new Map<ShapeFlaw, PlacedRecord[]>();
  const left = new Set<AnyId>();
  const leaveOut = (flaw: ShapeFlaw, record: PlacedRecord): void => {
    if (left.has(record.id)) return;
    left.add(record.id);
    const found = unsound.get(flaw);
    if (found) found.push(record);
    else unsound.set(flaw, [record]);
  };
  for (const [flaw, flawed] of shapeFlaws(planOf(records)).records)
    for (const record of flawed.filter(isPlaced)) leaveOut(flaw, record);
  for (const wall of wallsOnThoseOf(plan, records)) leaveOut('covers-existing-wall', wall);
  const shaped = records.filter(({ id }) => !left.has(id));
  const walls = new Set<AnyId>(shaped.filter((record) => isKind(record, 'wall')).map(({ id }) => id));
  const isLost = (record: PlacedRecord) => isKind(record, 'opening') && !walls.has(record.wall);
  return {
    sound: shaped.filter((record) => !isLost(record)),
    unsound,
    withoutWall: shaped.filter(isLost),
  };
}

type Wall = RecordOf<'wall'>;

/** Those of some walls that lie on a wall of the plan, or under one. */
function wallsOnThoseOf(plan: Plan, records: readonly PlacedRecord[]): ReadonlySet<Wall> {
  const walls = records.filter((record) => isKind(record, 'wall'));
  const on = new Set<Wall>();
  const around = boxOf(walls.flatMap(({ a, b }) => [a, b]));
  if (!around) return on;
  const near = grownBox(around, NEAR);
  const byDirection = new WallsByDirection(walls);
  for (const there of plan.tables.wall.values()) {
    if (!boxesTouch(boxOfEnds(there), near)) continue;
    byDirection.some(there, (index) => {
      const wall = walls[index];
      if (wall && wall.floor === there.floor && wallCovers(there, wall)) on.add(wall);
      // All of them are looked for.
      return false;
    });
  }
  return on;
}
