import Flatbush from 'flatbush';
import { derive } from '../../derive/derive.ts';
import { floorRooms } from '../../derive/walls/floor-rooms.ts';
import { outlineText } from '../../derive/walls/kept-faces.ts';
import type { Room } from '../../derive/walls/rooms.ts';
import { boxOf } from '../../geometry/box.ts';
import { labelPoint } from '../../geometry/label-point.ts';
import type { Point } from '../../geometry/point.ts';
import { isInPolygon, polygonArea } from '../../geometry/polygon.ts';
import { inReadingOrder } from '../../geometry/reading-order.ts';
import type { Draft, PlanDiff } from '../../plan/diff.ts';
import { type IdOf, planKinds, type RecordOf } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { inOrder, type Plan } from '../../plan/plan.ts';
import type { Result } from '../../result.ts';
import { type AddRefusal, putChecked } from '../add-record.ts';
import { isLocked } from '../is-locked.ts';
import { tagBookOf } from '../next-tag.ts';
import { tryShapeEdit } from '../try-edit.ts';

/**
 * No walls of the floor close anything off; all that they close off are rooms as they are; or so many lie over
 * each other that nothing is found in minutes.
 */
export type MakeRoomsRefusal = AddRefusal | 'no-closed-walls' | 'rooms-are-there' | 'walls-on-each-other';

export type RoomMaking = {
  readonly floor: IdOf<'floor'>;
  readonly layer: IdOf<'layer'>;
  readonly newId: () => IdOf<'area'>;
};

/**
 * Diff that makes an area of use "room" of each surface that the walls of a floor close off.
 *
 * A room that is there is not made again: its outline comes back to the walls where these have moved, unless
 * it is locked or is far from filling what they close off. All keep to their walls from then on. New ones are numbered as one reads the plan, from
 * the floor's own hundred on, as 101, 102, 103.
 */
export function makeRooms(
  plan: Plan,
  { floor, layer, newId }: RoomMaking,
): Result<PlanDiff, MakeRoomsRefusal> {
  return tryShapeEdit(plan, (draft) => {
    const rooms = closedRooms(plan, floor);
    if (typeof rooms === 'string') return rooms;
    const present = areasOf(draft, floor).filter(({ use }) => use === 'room');
    const { missing, changed } = comparedWith(rooms, present);
    const free = changed.filter(({ area }) => !isLocked(area, (id) => draft.get(id)));
    if (missing.length + free.length === 0) return 'rooms-are-there';
    const outlineRefusal = putOutlines(draft, free);
    if (outlineRefusal) return outlineRefusal;
    const numbers = numbersFor(plan, floor);
    for (const { ring, holes } of inReadingOrder(missing, ({ centre }) => centre)) {
      const fields = { id: newId(), floor, layer, use: 'room', tag: numbers.next().value } as const;
      const made = parseRecord({ ...planKinds.area.defaults, ...fields, ring, holes, follows: 'walls' });
      const refusal = made.ok ? putChecked(draft, made.value) : 'invalid-record';
      if (refusal) return refusal;
    }
    return null;
  });
}

/** What the walls of a floor close off, or why nothing of it is known. */
function closedRooms(
  plan: Plan,
  floor: IdOf<'floor'>,
): readonly Room[] | 'no-closed-walls' | 'walls-on-each-other' {
  const { rooms } = derive(plan, floorRooms, floor);
  if (!rooms) return 'walls-on-each-other';
  return rooms.length === 0 ? 'no-closed-walls' : rooms;
}

/** Gives areas the outlines of rooms; these may have more corners, or more free in them, than a record holds. */
function putOutlines(draft: Draft, changed: readonly Outdated[]): 'invalid-record' | null {
  for (const { area, room } of changed) {
    const outlined = parseRecord({ ...area, ring: room.ring, holes: room.holes, follows: 'walls' });
    if (!outlined.ok) return 'invalid-record';
    draft.put(outlined.value);
  }
  return null;
}

function areasOf(draft: Draft, floor: IdOf<'floor'>): readonly Area[] {
  return [...draft.all('area')].filter((record) => record.floor === floor && record.state !== 'removed');
}

type Area = RecordOf<'area'>;
type Outdated = { readonly area: Area; readonly room: Room };

/** What is closed off and no room yet, and the rooms whose outline is no longer that of what is closed off. */
function comparedWith(rooms: readonly Room[], present: readonly Area[]) {
  const missing: Room[] = [];
  const changed: Outdated[] = [];
  const areasIn = areaFinder(present);
  for (const room of rooms) {
    const there = areasIn(room);
    const [only] = there;
    if (!only) missing.push(room);
    else if (there.length === 1 && isSameRoom(only, room) && !isKeptTo(only, room))
      changed.push({ area: only, room });
  }
  return { missing, changed };
}

/** The areas that hold the middle of a room, or have theirs in it. */
function areaFinder(areas: readonly Area[]): (room: Room) => readonly Area[] {
  const centres = new Map<Area, Point | null>();
  const centreOf = (area: Area): Point | null => {
    const known = centres.get(area);
    if (known !== undefined) return known;
    const centre = labelPoint(area);
    centres.set(area, centre);
    return centre;
  };
  const boxes = areas.map(({ ring }) => boxOf(ring));
  const tree = new Flatbush(Math.max(areas.length, 1));
  for (const box of boxes) tree.add(box?.minX ?? 0, box?.minY ?? 0, box?.maxX ?? 0, box?.maxY ?? 0);
  if (areas.length === 0) tree.add(0, 0, 0, 0);
  tree.finish();
  return (room) => {
    const box = boxOf(room.ring);
    if (!box) return [];
    return tree.search(box.minX, box.minY, box.maxX, box.maxY).flatMap((index) => {
      const area = areas[index];
      return area && (isInPolygon(room.centre, area) || isWithin(centreOf(area), room)) ? [area] : [];
    });
  };
}

const isWithin = (point: Point | null, room: Room) => point !== null && isInPolygon(point, room);

// What a person has drawn in a corner of a hall, or around several rooms, stays as it is.
const LEAST_SHARE = 0.5;

function isSameRoom(area: Area, room: Room): boolean {
  const share = polygonArea(area) / room.area;
  return share >= LEAST_SHARE && share <= 1 / LEAST_SHARE && isInPolygon(room.centre, area);
}

/** Whether an area has the outline of a room, and has it from the walls. */
function isKeptTo(area: Area, room: Room): boolean {
  return area.follows === 'walls' && outlineText(area) === outlineText(room);
}

const ROOMS_A_FLOOR = 100;

/** The numbers that are free for the rooms of a floor, after the highest it has or from a hundred of its own. */
function* numbersFor(plan: Plan, floor: IdOf<'floor'>): Generator<string, string> {
  const taken = tagBookOf(plan).all;
  let number = numbersOn(plan, floor).reduce((most, each) => Math.max(most, each), 0);
  if (number === 0) {
    const order = inOrder(plan, 'floor').findIndex(({ id }) => id === floor);
    const elsewhere = new Set([...taken].map((tag) => Math.floor(Number(tag) / ROOMS_A_FLOOR)));
    let hundred = Math.max(order, 1);
    while (elsewhere.has(hundred)) hundred++;
    number = hundred * ROOMS_A_FLOOR;
  }
  for (;;) if (!taken.has(String(++number))) yield String(number);
}

function numbersOn(plan: Plan, floor: IdOf<'floor'>): readonly number[] {
  return [...plan.tables.area.values()].flatMap(({ use, tag, floor: own }) =>
    use === 'room' && own === floor && tag !== null && /^\d{1,9}$/.test(tag) ? [Number(tag)] : [],
  );
}
