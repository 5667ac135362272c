import Flatbush from 'flatbush';
import { arcBox, arcFromBulge } from '../../geometry/arc.ts';
import type { Box } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { angleOf, distanceBetween } from '../../geometry/point.ts';
import { distanceToSegment, nearestOnSegment } from '../../geometry/segment.ts';
import type { PlanRecord, RecordOf } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { piecesOf } from '../../plan/path-place.ts';
import { isKind } from '../../plan/plan.ts';
import { fittingOffset, offsetOnWall, placeOnWall } from '../../plan/wall-line.ts';
import type { RecordMaker } from './record-maker.ts';

/** How far from a fence or wall a gate or opening may lie to belong to it, metres. */
const REACH = 0.5;

/** Gives the nearest of some things within REACH of a point, the first of those that are as near; null for none. */
type Finder<T> = (at: Point, distanceTo: (thing: T) => number) => T | null;

function finderOf<T>(things: readonly T[], boxOfThing: (thing: T) => Box): Finder<T> {
  if (things.length === 0) return () => null;
  const tree = new Flatbush(things.length);
  for (const thing of things) {
    const { minX, minY, maxX, maxY } = boxOfThing(thing);
    tree.add(minX, minY, maxX, maxY);
  }
  tree.finish();
  return ({ x, y }, distanceTo) => {
    let [nearest, least] = [-1, REACH];
    // Thousands may lie at one place: none of them is kept but the nearest.
    const look = (index: number): boolean => {
      const distance = distanceTo(things[index] as T);
      const isNearer = distance < least || (distance === least && (nearest < 0 || index < nearest));
      if (isNearer) [nearest, least] = [index, distance];
      return false;
    };
    tree.search(x - REACH, y - REACH, x + REACH, y + REACH, look);
    return things[nearest] ?? null;
  };
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
  const nearestTo = finderOf(pieces, ({ start, end }) => boxBetween(start, end));
  return records.map((record) =>
    isKind(record, 'gate') && gatesWithoutFence.has(record.id) ? onNearestPiece(record, nearestTo) : record,
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

function onNearestPiece(gate: RecordOf<'gate'>, nearestTo: Finder<Piece>): PlanRecord {
  const piece = nearestTo(gate.at, ({ fence, start, end }) =>
    fence.floor === gate.floor ? distanceToSegment(gate.at, start, end) : Number.POSITIVE_INFINITY,
  );
  if (piece === null) return gate;
  const at = nearestOnSegment(gate.at, piece.start, piece.end);
  const direction = angleOf(piece.start, piece.end);
  const attached = parseRecord({ ...gate, at, direction, fence: piece.fence.id });
  return attached.ok ? attached.value : gate;
}

/** Openings that name no wall are put on the nearest one; those far from any are counted. */
export function placeOpenings(records: readonly PlanRecord[], maker: RecordMaker): readonly PlanRecord[] {
  if (maker.openingsWithoutWall.length === 0) return records;
  const walls = records.filter((record) => isKind(record, 'wall'));
  const nearestTo = finderOf(walls, boxOfWall);
  const placed: PlanRecord[] = [];
  for (const { at, ...fields } of maker.openingsWithoutWall) {
    const record = onNearestWall(at as Point, fields, nearestTo);
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
  nearestTo: Finder<RecordOf<'wall'>>,
): PlanRecord | null {
  const wall = nearestTo(at, (each) =>
    each.floor === fields.floor ? distanceToWall(at, each) : Number.POSITIVE_INFINITY,
  );
  if (wall === null) return null;
  const offset = fittingOffset(wall, { offset: offsetOnWall(wall, at), width: Number(fields.width) });
  if (offset === null) return null;
  const record = parseRecord({ ...fields, wall: wall.id, offset });
  return record.ok ? record.value : null;
}

function distanceToWall(at: Point, wall: RecordOf<'wall'>): number {
  if (wall.bulge === 0) return distanceToSegment(at, wall.a, wall.b);
  return distanceBetween(placeOnWall(wall, offsetOnWall(wall, at)).at, at);
}
