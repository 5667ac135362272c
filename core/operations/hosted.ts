import type { Point } from '../geometry/point.ts';
import type { Draft } from '../plan/diff.ts';
import { type Lookup, openingFits, TOLERANCE } from '../plan/integrity.ts';
import type { AnyId, IdOf, PlanRecord, RecordOf } from '../plan/kinds/index.ts';
import type { NamersOf } from '../plan/parts/related.ts';
import { distanceToPath, type PathPlace, placeOnPath } from '../plan/path-place.ts';
import { isKind, isPlaced, kindOf } from '../plan/plan.ts';
import { rowOf } from '../plan/relations.ts';
import { fittingOffset, type Span, wallLength } from '../plan/wall-line.ts';
import { crowdedSpans } from '../plan/walls/crowded-spans.ts';
import { quantiseAngle, quantiseLength } from '../units.ts';
import { TakenStretches } from './walls/taken-stretches.ts';

const inWall = rowOf('opening', 'wall');
const inFence = rowOf('gate', 'fence');
const onHost = rowOf('camera', 'mountedOn');

const nobody: readonly AnyId[] = [];

/** The openings in a wall of the draft. */
export function openingsIn(draft: Draft, wall: AnyId): readonly RecordOf<'opening'>[] {
  return draft.naming(inWall, wall) as readonly RecordOf<'opening'>[];
}

/** The gates in a fence of the draft. */
export function gatesIn(draft: Draft, fence: AnyId): readonly RecordOf<'gate'>[] {
  return draft.naming(inFence, fence) as readonly RecordOf<'gate'>[];
}

/** The cameras on a wall, building or obstacle of the draft. */
export function camerasOn(draft: Draft, host: AnyId): readonly RecordOf<'camera'>[] {
  return draft.naming(onHost, host) as readonly RecordOf<'camera'>[];
}

/** The openings and gates that stand in any of some records. O(given and found). */
export function waysIn(draft: Draft, hosts: Iterable<AnyId>) {
  const openings: RecordOf<'opening'>[] = [];
  const gates: RecordOf<'gate'>[] = [];
  for (const id of hosts) {
    const kind = kindOf(id);
    if (kind === 'wall') openings.push(...openingsIn(draft, id));
    else if (kind === 'fence') gates.push(...gatesIn(draft, id));
  }
  return { openings, gates };
}

/** Who names a record of a draft by a relation. */
export function namersInDraft(draft: Draft): NamersOf {
  return (row, id) => {
    const namers = draft.naming(row, id);
    // Most records are named by none, and all may be asked about.
    return namers.length === 0 ? nobody : namers.map((record) => record.id);
  };
}

/** Whether two openings of one wall share a stretch of more than 1 mm. */
function spansOverlap(first: Span, second: Span): boolean {
  return Math.abs(first.offset - second.offset) < (first.width + second.width) / 2 - TOLERANCE;
}

/** Whether any of some openings of the draft takes a stretch of its wall that another one has. */
export function overlapOthers(draft: Draft, ids: Iterable<IdOf<'opening'>>): boolean {
  const byWall = new Map<IdOf<'wall'>, RecordOf<'opening'>[]>();
  for (const id of ids) {
    const opening = draft.get(id);
    const same = opening && byWall.get(opening.wall);
    if (same) same.push(opening);
    else if (opening) byWall.set(opening.wall, [opening]);
  }
  return [...byWall].some(([wall, openings]) => {
    const crowded = crowdedSpans(openingsIn(draft, wall), spansOverlap);
    return openings.some((opening) => crowded.has(opening));
  });
}

/** The stretches of a wall that the openings of the draft take. */
export function takenIn(draft: Draft, wall: IdOf<'wall'>): TakenStretches {
  return new TakenStretches(openingsIn(draft, wall));
}

/**
 * The opening as it fits a wall whose length changed by no more than rounding: pushed inside, and
 * narrowed where it fills the wall.
 */
export function refitted(opening: RecordOf<'opening'>, wall: RecordOf<'wall'>): RecordOf<'opening'> {
  if (openingFits(opening, wall)) return opening;
  const width = Math.min(opening.width, Math.floor(wallLength(wall) * 1000) / 1000);
  const offset = fittingOffset(wall, { offset: opening.offset, width }) ?? opening.offset;
  return { ...opening, width, offset };
}

/** The record on the floor of the wall or fence that it stands in; as it is when it stands in none. */
export function onFloorOfHost<R extends PlanRecord>(record: R, lookup: Lookup): R {
  const hostId = isKind(record, 'opening') ? record.wall : isKind(record, 'gate') ? record.fence : null;
  const host = hostId === null ? undefined : lookup(hostId);
  if (!host || !isPlaced(host) || !isPlaced(record) || host.floor === record.floor) return record;
  return { ...record, floor: host.floor };
}

function turnedAlong(gate: RecordOf<'gate'>, place: PathPlace, at: Point): RecordOf<'gate'> {
  // A gate keeps which way it faces: the fence's path may run against it.
  const isAgainst = Math.cos(place.direction - gate.direction) < 0;
  const direction = isAgainst ? place.direction + Math.PI : place.direction;
  return {
    ...gate,
    at: { x: quantiseLength(at.x), y: quantiseLength(at.y) },
    direction: quantiseAngle(direction),
  };
}

/** The gate on the nearest point of its fence, turned along it. */
export function gateOnFence(gate: RecordOf<'gate'>, fence: RecordOf<'fence'>): RecordOf<'gate'> {
  const place = placeOnPath(gate.at, fence);
  return place ? turnedAlong(gate, place, place.at) : gate;
}

/** The gate as it is where it still lies on its fence, else on the nearest point of it. */
export function regated(gate: RecordOf<'gate'>, fence: RecordOf<'fence'>): RecordOf<'gate'> {
  return distanceToPath(gate.at, fence) <= TOLERANCE ? gate : gateOnFence(gate, fence);
}

/** The gate wholly within the nearest straight piece of its fence; null when that is shorter than the gate. */
export function gateInFence(gate: RecordOf<'gate'>, fence: RecordOf<'fence'>): RecordOf<'gate'> | null {
  const place = placeOnPath(gate.at, fence);
  if (!place) return null;
  const { start, end, along } = place;
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  if (length === 0 || gate.width > length + TOLERANCE) return null;
  const fitting = Math.min(
    Math.max(along, gate.width / 2),
    Math.max(length - gate.width / 2, gate.width / 2),
  );
  const part = fitting / length;
  return turnedAlong(gate, place, {
    x: start.x + (end.x - start.x) * part,
    y: start.y + (end.y - start.y) * part,
  });
}
