import { derive, known } from '../../derive/derive.ts';
import { floorFollowers } from '../../derive/walls/floor-followers.ts';
import { floorRooms } from '../../derive/walls/floor-rooms.ts';
import { changesOn, wallsOn } from '../../derive/walls/floor-walls.ts';
import { type Follower, isSameSurface, keptFaces, outlineText } from '../../derive/walls/kept-faces.ts';
import { roomsIn } from '../../derive/walls/rooms.ts';
import { surroundingsOf, type WallNetwork } from '../../derive/walls/wall-network.ts';
import { type Box, boxOf, grownBox } from '../../geometry/box.ts';
import type { Polygon } from '../../geometry/polygon.ts';
import { MITRE_LIMIT } from '../../geometry/polyline.ts';
import { groupedBy } from '../../grouped-by.ts';
import type { Change, Draft, PlanDiff } from '../../plan/diff.ts';
import { FloorIndex } from '../../plan/floor-index.ts';
import type { IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { isKind, type Plan } from '../../plan/plan.ts';
import { keepDependents } from '../keep-dependents.ts';

type Wall = RecordOf<'wall'>;
type Area = RecordOf<'area'>;
type FloorId = IdOf<'floor'>;

/**
 * Brings the areas that follow their walls back to what these close off, whatever an edit did to the walls; also
 * those that are locked: a lock keeps a hand away, and goes along with what it stands by.
 *
 * An area that the edit itself reshaped while its walls stayed is a person's own from then on. One whose face is
 * open now, or two, keeps its outline and follows no more, as does a copy that is on no face.
 */
export function followWalls(draft: Draft, plan: Plan): void {
  const walls = [...draft.changed('wall')].filter(altersFaces);
  const areas = [...draft.changed('area')].filter(({ after }) => isFollowing(after));
  if (areas.length === 0 && (walls.length === 0 || !hasFollowers(plan))) return;
  const following = new Following(draft, plan, walls);
  for (const change of areas) following.take(change.before as Area | null, change.after as Area);
  const own = new Set([...draft.changed('area')].map(({ before, after }) => (after ?? before)?.id));
  for (const id of following.standingBy()) {
    const area = own.has(id) ? undefined : draft.get(id);
    if (area) following.take(area, area);
  }
  following.settle();
}

/** Whether any area follows: a look at each costs less than one at the surroundings of thousands of walls. */
function hasFollowers(plan: Plan): boolean {
  for (const area of plan.tables.area.values()) if (area.follows === 'walls') return true;
  return false;
}

function isFollowing(record: Change['after']): record is Area {
  return record !== null && isKind(record, 'area') && record.follows === 'walls';
}

const shaping = ['a', 'b', 'bulge', 'thickness', 'alignment', 'material', 'floor'] as const;

/** Whether a change of a wall may change what it closes off. */
function altersFaces({ before, after }: Change): boolean {
  if (!before || !after) return true;
  const [was, is] = [before as Wall, after as Wall];
  if ((was.state === 'removed') !== (is.state === 'removed')) return true;
  return shaping.some((field) => {
    const [one, other] = [was[field], is[field]];
    if (typeof one !== 'object' || typeof other !== 'object') return one !== other;
    return one.x !== other.x || one.y !== other.y;
  });
}

class Following {
  readonly #draft: Draft;
  readonly #plan: Plan;
  readonly #diff: PlanDiff;
  /** Where walls were or are that changed, by floor. */
  readonly #touched: ReadonlyMap<FloorId, Touched>;
  readonly #next = new Map<FloorId, WallNetwork>();
  readonly #followers: Follower[] = [];
  readonly #found: Area[] = [];

  constructor(draft: Draft, plan: Plan, walls: readonly Change[]) {
    this.#draft = draft;
    this.#plan = plan;
    this.#diff = new Map(walls.map((change) => [(change.after ?? change.before)?.id ?? 'wall:', change]));
    this.#touched = touchedPlaces(walls, (floor) => wallsOn(plan, floor).thickest);
  }

  /** The areas of the plan that follow walls which changed. */
  *standingBy(): Generator<Area['id']> {
    for (const [floor, { boxes }] of this.#touched) {
      const areas = derive(this.#plan, floorFollowers, floor);
      const found = new Set(boxes.flatMap((box) => areas.query(box)));
      yield* found;
    }
  }

  /** Takes an area that follows, as it was and as the edit itself left it. */
  take(before: Area | null, area: Area): void {
    if (before?.follows !== 'walls') this.#found.push(area);
    else if (this.#isTouched(before) || this.#isTouched(area)) this.#followers.push({ before, after: area });
    else if (isReshaped(before, area)) this.#found.push(area);
  }

  /** Gives each area that was taken its face. */
  settle(): void {
    const ways = groupedBy(this.#followers, ({ before, after }) => `${before.floor} ${after.floor}`);
    for (const followers of ways.values()) {
      const [first] = followers;
      if (!first) continue;
      const networks = {
        before: wallsOn(this.#plan, first.before.floor),
        next: this.#networkOf(first.after.floor),
      };
      const faces = keptFaces(followers, networks);
      for (const { before, after } of followers) this.#put({ before, after }, faces.get(after.id) ?? null);
    }
    for (const [floor, areas] of groupedBy(this.#found, (area) => area.floor)) this.#find(floor, areas);
  }

  #isTouched({ floor, ring }: Area): boolean {
    const box = boxOf(ring);
    return box !== null && (this.#touched.get(floor)?.index.query(box).length ?? 0) > 0;
  }

  #networkOf(floor: FloorId): WallNetwork {
    const known = this.#next.get(floor) ?? wallsOn(this.#plan, floor).with(changesOn(floor, this.#diff));
    this.#next.set(floor, known);
    return known;
  }

  #put({ before, after }: Follower, face: Polygon | null): void {
    if (!face) {
      // What a person sees is the outline that it had; one that was moved along keeps its new place.
      this.#draft.put({ ...after, follows: null });
      return;
    }
    if (isSameSurface(face, after)) return;
    const made = parseRecord({ ...after, ring: face.ring, holes: face.holes });
    if (!made.ok || !isKind(made.value, 'area')) this.#draft.put({ ...after, follows: null });
    else {
      this.#draft.put(made.value);
      keepDependents(this.#draft, before, made.value);
    }
  }

  /** Areas that are new, reshaped, or are to follow from now on: each keeps to the face that it is on, if to one. */
  #find(floor: FloorId, areas: readonly Area[]): void {
    const network = this.#networkOf(floor);
    const all = this.#diff.size === 0 ? known(this.#plan, floorRooms, floor)?.found.rooms : null;
    const outlines = new Set(all?.map(outlineText));
    for (const area of areas) {
      if (outlines.has(outlineText(area))) continue;
      const box = boxOf(area.ring);
      const rooms = all ?? (box && roomsIn(network, grownBox(box, 0.05))) ?? [];
      const face = rooms.find((room) => isSameSurface(room, area)) ?? null;
      this.#put({ before: area, after: area }, face);
    }
  }
}

function isReshaped(before: Area, after: Area): boolean {
  return before.floor !== after.floor || outlineText(before) !== outlineText(after);
}

type Touched = { readonly boxes: readonly Box[]; readonly index: FloorIndex<number> };

function touchedPlaces(
  walls: readonly Change[],
  thickestOn: (floor: FloorId) => number,
): ReadonlyMap<FloorId, Touched> {
  const places = walls.flatMap(({ before, after }) =>
    [before, after].flatMap((wall) => (wall && isKind(wall, 'wall') ? [placeOf(wall, thickestOn)] : [])),
  );
  const byFloor = groupedBy(places, ({ floor }) => floor);
  const touched = new Map<FloorId, Touched>();
  for (const [floor, there] of byFloor) {
    const boxes = there.map(({ box }) => box);
    touched.set(floor, { boxes, index: FloorIndex.of(boxes.map((box, index) => [index, box] as const)) });
  }
  return touched;
}

/** Where a wall may close something off: it shares its corners with those that it meets, which may be thicker. */
function placeOf(
  wall: Wall,
  thickestOn: (floor: FloorId) => number,
): { readonly floor: FloorId; readonly box: Box } {
  const { floor, thickness } = wall;
  const beyond = MITRE_LIMIT * Math.max(thickness, thickestOn(floor));
  return { floor, box: grownBox(surroundingsOf(wall), beyond) };
}
