import Flatbush from 'flatbush';
import { arcBox, arcFromBulge } from '../../geometry/arc.ts';
import type { Box } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { angleOf, distanceBetween } from '../../geometry/point.ts';
import { nearestOnSegment } from '../../geometry/segment.ts';
import type { PlanRecord, RecordOf } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { piecesOf } from '../../plan/path-place.ts';
import { isKind } from '../../plan/plan.ts';
import { fittingOffset, offsetOnWall, placeOnWall } from '../../plan/wall-line.ts';
import type { RecordMaker } from './record-maker.ts';

/** How far from a fence or wall a gate or opening may lie to belong to it, metres. */
const REACH = 0.5;

/** Finds those of some things whose boxes lie within REACH of a point, in their order. */
function finderOf<T>(things: readonly T[], boxOfThing: (thing: T) => Box): (at: Point) => readonly T[] {
  if (things.length === 0) return () => [];
  const tree = new Flatbush(things.length);
  for (const thing of things) {
    const { minX, minY, maxX, maxY } = boxOfThing(thing);
    tree.add(minX, minY, maxX, maxY);
  }
  tree.finish();
  return ({ x, y }) =>
    tree
      .search(x - REACH, y - REACH, x + REACH, y + REACH)
      .sort((first, second) => first - second)
      .flatMap((index) => things[index] ?? []);
}

type Piece = { readonly fence: RecordOf<'fence'>; readonly start: Point; readonly end: Point };

/** The records, with gates that say nothing of a fence put into the one they lie on, along its direction. */
export function attachGates({ records, gatesWithoutFence }: RecordMaker): readonly PlanRecord[] {
  if (gatesWithoutFence.size === 0) return records;
  const pieces: Piece[] = [];
  for (const record of records) {
    if (!isKind(record, 'fence')) continue;
    for (const [start, end] of piecesOf(record)) pieces.push({ fence: record, start, end });
  }
  const near = finderOf(pieces, ({ start, end }) => boxBetween(start, end));
  return records.map((record) =>
    isKind(record, 'gate') && gatesWithoutFence.has(record.id) ? onNearestPiece(record, near) : record,
  );
}

function boxBetween(first: Point, second: Point): Box {
  return {
    minX: Math.min(first.x, second.x),
    minY: Math.min(first.y, second.y),
    maxX: Math.max(first.x, second.x),
    maxY: Math.max(first.y, second.y),
  };
}

function onNearestPiece(gate: RecordOf<'gate'>, near: (at: Point) => readonly Piece[]): PlanRecord {
  let nearest: { readonly distance: number; readonly at: Point; readonly piece: Piece } | null = null;
  for (const piece of near(gate.at)) {
    if (piece.fence.floor !== gate.floor) continue;
    const at = nearestOnSegment(gate.at, piece.start, piece.end);
    const distance = distanceBetween(at, gate.at);
    if (distance <= REACH && (nearest === null || distance < nearest.distance))
      nearest = { distance, at, piece };
  }
  if (nearest === null) return gate;
  const { at, piece } = nearest;
  const direction = angleOf(piece.start, piece.end);
  const attached = parseRecord({ ...gate, at, direction, fence: piece.fence.id });
  return attached.ok ? attached.value : gate;
}

/** Openings that name no wall are put on the nearest one; those far from any are counted. */
export function placeOpenings(records: readonly PlanRecord[], maker: RecordMaker): readonly PlanRecord[] {
  if (maker.openingsWithoutWall.length === 0) return records;
  const walls = records.filter((record) => isKind(record, 'wall'));
  const near = finderOf(walls, boxOfWall);
  const placed: PlanRecord[] = [];
  for (const { at, ...fields } of maker.openingsWithoutWall) {
    const record = onNearestWall(at as Point, fields, near(at as Point));
    if (record) placed.push(record);
    else maker.count('opening farther than 0.5 m from any wall');
  }
  return [...records, ...placed];
}

function boxOfWall({ a, b, bulge }: RecordOf<'wall'>): Box {
  const arc = arcFromBulge(a, b, bulge);
  return arc ? arcBox(arc) : boxBetween(a, b);
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
