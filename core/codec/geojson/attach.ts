import type { Point } from '../../geometry/point.ts';
import { distanceBetween } from '../../geometry/point.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { placeOnPath } from '../../plan/path-place.ts';
import { isKind } from '../../plan/plan.ts';
import type { PlanRecord, RecordOf } from '../../plan/records/index.ts';
import { fittingOffset, offsetOnWall, placeOnWall } from '../../plan/wall-line.ts';
import type { FeatureReader } from './feature-reader.ts';

/** How far from a fence or wall a gate or opening may lie to belong to it, metres. */
const REACH = 0.5;

/** The records, with gates that say nothing of a fence put into the one they lie on, along its direction. */
export function attachGates({ records, gatesWithoutFence }: FeatureReader): readonly PlanRecord[] {
  const fences = records.filter((record) => isKind(record, 'fence'));
  return records.map((record) =>
    isKind(record, 'gate') && gatesWithoutFence.has(record.id) ? inNearestFence(record, fences) : record,
  );
}

function inNearestFence(gate: RecordOf<'gate'>, fences: readonly RecordOf<'fence'>[]): PlanRecord {
  let nearest = { distance: REACH, gate };
  for (const fence of fences) {
    if (fence.floor !== gate.floor) continue;
    const place = placeOnPath(gate.at, fence);
    if (!place || place.distance > nearest.distance) continue;
    const attached = parseRecord({ ...gate, at: place.at, direction: place.direction, fence: fence.id });
    if (attached.ok && isKind(attached.value, 'gate'))
      nearest = { distance: place.distance, gate: attached.value };
  }
  return nearest.gate;
}

/** Openings that name no wall are put on the nearest one; those far from any are counted. */
export function placeOpenings(records: readonly PlanRecord[], reader: FeatureReader): readonly PlanRecord[] {
  if (reader.openingsWithoutWall.length === 0) return records;
  const walls = records.filter((record) => isKind(record, 'wall'));
  const placed: PlanRecord[] = [];
  for (const { at, ...fields } of reader.openingsWithoutWall) {
    const record = onNearestWall(at as Point, fields, walls);
    if (record) placed.push(record);
    else reader.count('opening farther than 0.5 m from any wall');
  }
  return [...records, ...placed];
}

function onNearestWall(
  at: Point,
  fields: Readonly<Record<string, unknown>>,
  walls: readonly RecordOf<'wall'>[],
): PlanRecord | null {
  const candidates = walls
    .map((wall) => {
      const offset = offsetOnWall(wall, at);
      return { wall, offset, distance: distanceBetween(placeOnWall(wall, offset).at, at) };
    })
    .filter(({ wall, distance }) => wall.floor === fields.floor && distance <= REACH)
    .sort((first, second) => first.distance - second.distance);
  const [nearest] = candidates;
  const offset =
    nearest && fittingOffset(nearest.wall, { offset: nearest.offset, width: Number(fields.width) });
  if (!nearest || offset === null || offset === undefined) return null;
  const record = parseRecord({ ...fields, wall: nearest.wall.id, offset });
  return record.ok ? record.value : null;
}
