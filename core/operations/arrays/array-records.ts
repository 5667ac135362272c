import { MOST_STATIONS, type Run, type Station, stationsAlong } from '../../geometry/path-stations.ts';
import { type Point, subtract } from '../../geometry/point.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId, NewId } from '../../plan/kinds/index.ts';
import { getRecord, isPlaced, type Plan } from '../../plan/plan.ts';
import { lineOfRecord, unrolled } from '../../plan/record-line.ts';
import { boundsOfRecords } from '../../plan/shape.ts';
import type { Transform } from '../../plan/transform-record.ts';
import type { Result } from '../../result.ts';
import { type DuplicateRefusal, putCopies } from '../duplicate-records.ts';
import { tagSource } from '../tags/tag-source.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { type Facing, turnFrom } from './facing.ts';

export type ArrayRefusal = DuplicateRefusal | 'too-many' | 'no-places' | 'no-path' | 'not-found';

/** More copied records than this at once are a slip of the keyboard. */
const MOST_COPIES = 5000;

export type Grid = {
  /** How many in all, the original included. */
  readonly columns: number;
  readonly rows: number;
  /** From one to the next, metres; negative goes the other way. */
  readonly step: Point;
};

/** Diff that repeats records in columns and rows. */
export function arrayInGrid(
  plan: Plan,
  ids: readonly AnyId[],
  { grid, newId }: { readonly grid: Grid; readonly newId: NewId },
): Result<PlanDiff, ArrayRefusal> {
  const { columns, rows, step } = grid;
  if (columns * rows * ids.length > MOST_COPIES) return tryShapeEdit(plan, () => 'too-many');
  const places = Array.from({ length: columns * rows }, (_, index) => index).slice(1);
  const transforms = places.map((index): Transform => {
    const by = { x: (index % columns) * step.x, y: Math.floor(index / columns) * step.y };
    return { type: 'translate', by };
  });
  return putAll(plan, ids, { transforms, newId });
}

export type Circle = {
  readonly centre: Point;
  /** How many in all, the original included. */
  readonly count: number;
  /** From the first to the last, radians anticlockwise; a whole turn does not put the last on the first. */
  readonly sweep: number;
};

/** Diff that repeats records around a point, each turned with its place. */
export function arrayAround(
  plan: Plan,
  ids: readonly AnyId[],
  { circle, newId }: { readonly circle: Circle; readonly newId: NewId },
): Result<PlanDiff, ArrayRefusal> {
  const { centre, count, sweep } = circle;
  if (count * ids.length > MOST_COPIES) return tryShapeEdit(plan, () => 'too-many');
  const isWhole = Math.abs(Math.abs(sweep) - 2 * Math.PI) < 1e-6;
  const step = sweep / (isWhole ? count : Math.max(count - 1, 1));
  const transforms = Array.from({ length: count - 1 }, (_, index): Transform => {
    return { type: 'rotate', about: centre, angle: step * (index + 1) };
  });
  return putAll(plan, ids, { transforms, newId });
}

export type Along = { readonly host: AnyId; readonly run: Run; readonly facing: Facing };

/**
 * Diff that repeats records along another one: copies stand with the middle of the originals on its line,
 * turned with it unless `facing` says otherwise. The originals stay.
 */
export function arrayAlong(
  plan: Plan,
  ids: readonly AnyId[],
  { along, newId }: { readonly along: Along; readonly newId: NewId },
): Result<PlanDiff, ArrayRefusal> {
  const { host: hostId, run, facing } = along;
  const host = getRecord(plan, hostId);
  const box = boundsOfRecords(plan, ids);
  if (!host || !isPlaced(host) || !box) return tryShapeEdit(plan, () => 'not-found');
  const line = lineOfRecord(host);
  if (!line) return tryShapeEdit(plan, () => 'no-path');
  const stations = stationsAlong(unrolled(line), run);
  if (stations.length === 0) return tryShapeEdit(plan, () => 'no-places');
  if (stations.length > MOST_STATIONS || stations.length * ids.length > MOST_COPIES)
    return tryShapeEdit(plan, () => 'too-many');
  const turn = turnFrom(facing, { plan, floor: host.floor, line });
  const from = centreOf(plan, ids) ?? { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
  const own = directionOf(plan, ids);
  const transforms = stations.map((station) => transformTo(station, { from, own, turn }));
  return putAll(plan, ids, { transforms, newId });
}

type Seat = { readonly from: Point; readonly own: number; readonly turn: number | null };

function transformTo({ at, direction }: Station, { from, own, turn }: Seat): Transform {
  if (turn === null) return { type: 'translate', by: subtract(at, from) };
  return { type: 'fit', from, to: at, angle: direction + turn - own, factor: 1 };
}

/** The place of the only record, where it has one; null takes the middle of all. */
function centreOf(plan: Plan, [only, ...others]: readonly AnyId[]): Point | null {
  const record = only && others.length === 0 ? getRecord(plan, only) : undefined;
  return record && 'at' in record ? record.at : null;
}

function directionOf(plan: Plan, [only, ...others]: readonly AnyId[]): number {
  const record = only && others.length === 0 ? getRecord(plan, only) : undefined;
  return record && 'direction' in record ? (record.direction ?? 0) : 0;
}

function putAll(
  plan: Plan,
  ids: readonly AnyId[],
  { transforms, newId }: { readonly transforms: readonly Transform[]; readonly newId: NewId },
): Result<PlanDiff, ArrayRefusal> {
  return tryShapeEdit<ArrayRefusal>(plan, (draft) => {
    if (transforms.length === 0) return 'no-places';
    const tags = tagSource(plan);
    for (const transform of transforms) {
      const refusal = putCopies(draft, ids, { transform, newId, tags });
      if (refusal) return refusal;
    }
    return null;
  });
}
