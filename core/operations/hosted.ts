import type { Point } from '../geometry/point.ts';
import type { Draft } from '../plan/diff.ts';
import { type Lookup, openingFits, TOLERANCE } from '../plan/integrity.ts';
import { distanceToPath, type PathPlace, placeOnPath } from '../plan/path-place.ts';
import { isKind, isPlaced, kindOf } from '../plan/plan.ts';
import type { AnyId, Kind, PlanRecord, RecordOf } from '../plan/records/index.ts';
import { fittingOffset, type Span, wallLength } from '../plan/wall-line.ts';
import { quantiseAngle, quantiseLength } from '../units.ts';

/** What stands in or on walls, fences, buildings and obstacles, and the readers of what people pass there. */
export type Hosted = {
  readonly openings: readonly RecordOf<'opening'>[];
  readonly gates: readonly RecordOf<'gate'>[];
  readonly cameras: readonly RecordOf<'camera'>[];
  readonly readers: readonly RecordOf<'reader'>[];
};

/** What stands in or on the given records. Reads only the tables that their kinds can have something in. */
export function hostedOn(draft: Draft, hosts: ReadonlySet<AnyId>): Hosted {
  const kinds = new Set<Kind>();
  for (const id of hosts) kinds.add(kindOf(id));
  const carriesCameras = kinds.has('wall') || kinds.has('building') || kinds.has('obstacle');
  const isHost = (id: AnyId | null) => id !== null && hosts.has(id);
  const openings = kinds.has('wall') ? matching(draft.all('opening'), ({ wall }) => isHost(wall)) : [];
  const gates = kinds.has('fence') ? matching(draft.all('gate'), ({ fence }) => isHost(fence)) : [];
  const within = new Set<AnyId>([...openings, ...gates].map(({ id }) => id));
  const isWay = (id: AnyId | null) => isHost(id) || (id !== null && within.has(id));
  return {
    openings,
    gates,
    cameras: carriesCameras ? matching(draft.all('camera'), ({ mountedOn }) => isHost(mountedOn)) : [],
    readers: matching(draft.all('reader'), ({ controls }) => isWay(controls)),
  };
}

/** The readers that control any of some openings and gates. O(readers). */
export function readersOf(draft: Draft, ways: ReadonlySet<AnyId>): readonly RecordOf<'reader'>[] {
  return matching(draft.all('reader'), ({ controls }) => controls !== null && ways.has(controls));
}

function matching<R>(records: Iterable<R>, isWanted: (record: R) => boolean): readonly R[] {
  const wanted: R[] = [];
  for (const record of records) if (isWanted(record)) wanted.push(record);
  return wanted;
}

/** Whether two openings of one wall share a stretch of more than 1 mm. */
function spansOverlap(first: Span, second: Span): boolean {
  return Math.abs(first.offset - second.offset) < (first.width + second.width) / 2 - TOLERANCE;
}

/** Whether an opening takes a stretch of its wall that another opening of the draft has. */
export function overlapsOpening(draft: Draft, opening: RecordOf<'opening'>): boolean {
  return draft
    .openingsOf(opening.wall)
    .some((other) => other.id !== opening.id && spansOverlap(opening, other));
}

/** The offset nearest to the wanted one at which an opening fits between the others of a wall, or null. */
export function freeOffset(draft: Draft, wall: RecordOf<'wall'>, { offset, width }: Span): number | null {
  const others = draft.openingsOf(wall.id);
  const beside = others.flatMap((other) => {
    const apart = (other.width + width) / 2;
    return [other.offset - apart, other.offset + apart];
  });
  const free = [offset, ...beside]
    .map((wanted) => fittingOffset(wall, { offset: wanted, width }))
    .filter((fitting) => fitting !== null)
    .filter((fitting) => !others.some((other) => spansOverlap({ offset: fitting, width }, other)))
    .sort((first, second) => Math.abs(first - offset) - Math.abs(second - offset));
  return free[0] ?? null;
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
