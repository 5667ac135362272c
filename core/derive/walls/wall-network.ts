import { type Box, boxOf, grownBox } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { FloorIndex } from '../../plan/floor-index.ts';
import { TOLERANCE } from '../../plan/integrity.ts';
import type { IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { drawnLine } from '../../plan/wall-line.ts';
import { Layered } from '../layered.ts';

type Wall = RecordOf<'wall'>;
type WallId = IdOf<'wall'>;

/** A point of a floor at which walls end, with these in the order of the plan. */
export type Joint = { readonly point: Point; readonly walls: readonly Wall[] };

/** A wall and which one it is in the order of the plan. */
type Member = { readonly wall: Wall; readonly rank: number };

/** What became of a wall. */
export type WallChange = { readonly before: Wall | null; readonly after: Wall | null };

/** What became of the walls of a floor. */
export type WallChanges = ReadonlyMap<WallId, WallChange>;

/** What may be otherwise since a facet was computed: the walls that were changed, as they were and as they are. */
export type Touched = { readonly walls: ReadonlySet<WallId>; readonly boxes: readonly Box[] };

/** Something else that follows from the walls of a floor, computed when it is first asked for and then kept up. */
export type Facet<V> = {
  readonly compute: (network: WallNetwork) => V;
  /** The same as `compute`, from the value before walls were touched. */
  readonly follow: (before: V, network: WallNetwork, touched: Touched) => V;
};

type Held = { readonly value: unknown; readonly touched: Touched };

const untouched: Touched = { walls: new Set(), boxes: [] };
const nobody: readonly Wall[] = [];

/** The surroundings of a wall's drawn line: what stands on the wall lies within them. */
export function surroundingsOf(wall: Wall): Box {
  const { a, b, thickness } = wall;
  const reach = thickness + TOLERANCE;
  if (wall.bulge !== 0)
    return grownBox(boxOf(drawnLine(wall)) ?? { minX: a.x, minY: a.y, maxX: b.x, maxY: b.y }, reach);
  return {
    minX: Math.min(a.x, b.x) - reach,
    minY: Math.min(a.y, b.y) - reach,
    maxX: Math.max(a.x, b.x) + reach,
    maxY: Math.max(a.y, b.y) + reach,
  };
}

/** Points by x and y: no two share an entry, whatever their coordinates. */
type Joints = ReadonlyMap<number, ReadonlyMap<number, Joint>>;

/** Where walls and joints are; made when somebody looks for a place. */
type Places = { walls: FloorIndex<WallId> | null; joints: FloorIndex<Joint> | null };

type Parts = {
  readonly members: Layered<WallId, Member>;
  readonly joints: Layered<number, ReadonlyMap<number, Joint>>;
  readonly places: Places;
  readonly nextRank: number;
  readonly thickest: number;
};

/**
 * The walls of one floor by where they end and where they lie. A value: `with` gives another one.
 *
 * What else follows from them (pieces, chains, faces) is a facet, kept up from one to the next.
 */
export class WallNetwork {
  readonly #parts: Parts;
  readonly #facets: Map<Facet<unknown>, Held>;

  private constructor(parts: Parts, facets: Map<Facet<unknown>, Held>) {
    this.#parts = parts;
    this.#facets = facets;
  }

  /** The network of the walls of a floor. O(n), and O(n log n) when a place is asked for. */
  static of(walls: readonly Wall[]): WallNetwork {
    const members = new Map<WallId, Member>();
    const joints = new Map<number, Map<number, { point: Point; walls: Wall[] }>>();
    let thickest = 0;
    for (const [rank, wall] of walls.entries()) {
      members.set(wall.id, { wall, rank });
      thickest = Math.max(thickest, wall.thickness);
      for (const point of [wall.a, wall.b]) {
        const column = joints.get(point.x) ?? new Map<number, { point: Point; walls: Wall[] }>();
        if (column.size === 0) joints.set(point.x, column);
        const joint = column.get(point.y);
        if (joint) joint.walls.push(wall);
        else column.set(point.y, { point, walls: [wall] });
      }
    }
    return new WallNetwork(
      {
        members: new Layered(members),
        joints: new Layered(joints as Joints),
        places: { walls: null, joints: null },
        nextRank: walls.length,
        thickest,
      },
      new Map(),
    );
  }

  /** No wall of the floor is thicker, metres. */
  get thickest(): number {
    return this.#parts.thickest;
  }

  wall(id: WallId): Wall | undefined {
    return this.#parts.members.get(id)?.wall;
  }

  *walls(): Generator<Wall> {
    for (const { wall } of this.#parts.members.values()) yield wall;
  }

  *joints(): Generator<Joint> {
    for (const column of this.#parts.joints.values()) yield* column.values();
  }

  /** The walls that end at a point, in the order of the plan: the same list for the same walls. */
  wallsAt({ x, y }: Point): readonly Wall[] {
    return this.#parts.joints.get(x)?.get(y)?.walls ?? nobody;
  }

  /** The walls whose surroundings touch a box, in the order of the plan. */
  near(box: Box): readonly Wall[] {
    const found: Member[] = [];
    for (const id of this.#placesOfWalls().query(box)) {
      const member = this.#parts.members.get(id);
      if (member) found.push(member);
    }
    if (found.length > 1) found.sort((first, second) => first.rank - second.rank);
    return found.map(({ wall }) => wall);
  }

  #placesOfWalls(): FloorIndex<WallId> {
    const { places } = this.#parts;
    places.walls ??= FloorIndex.of([...this.walls()].map((wall) => [wall.id, surroundingsOf(wall)] as const));
    return places.walls;
  }

  /** The joints in a box: one at which very many walls end is found once. */
  jointsIn(box: Box): readonly Joint[] {
    const { places } = this.#parts;
    places.joints ??= FloorIndex.of(
      [...this.joints()].map((joint) => [joint, boxOfPoint(joint.point)] as const),
    );
    return places.joints.query(box);
  }

  /** What else follows from the walls. */
  facet<V>(facet: Facet<V>): V {
    const held = this.#facets.get(facet as Facet<unknown>);
    if (held && held.touched.walls.size === 0) return held.value as V;
    const value = held ? facet.follow(held.value as V, this, held.touched) : facet.compute(this);
    this.#facets.set(facet as Facet<unknown>, { value, touched: untouched });
    return value;
  }

  /** The network after some changes; what was not changed is shared. O(changed), now and then O(n). */
  with(walls: WallChanges): WallNetwork {
    if (walls.size === 0) return this;
    const { members, joints, nextRank, thickest } = this.#parts;
    let [rank, most] = [nextRank, thickest];
    const ranks = new Map<WallId, Member | null>();
    for (const [id, { after }] of walls) {
      const known = members.get(id);
      if (after) most = Math.max(most, after.thickness);
      ranks.set(id, after && { wall: after, rank: known?.rank ?? rank++ });
    }
    const next = members.with(ranks);
    const { joints: rejoint, changed } = rejoined(joints, walls, (wall) => next.get(wall.id)?.rank ?? 0);
    const moved = new Map([...walls].map(([id, { after }]) => [id, after && surroundingsOf(after)] as const));
    const places = {
      walls: this.#parts.places.walls?.with(moved) ?? null,
      joints: this.#parts.places.joints?.with(changed) ?? null,
    };
    const parts: Parts = {
      members: next,
      joints: rejoint,
      places,
      nextRank: rank,
      thickest: most,
    };
    const touched = touchedBy(walls);
    const facets = new Map(
      [...this.#facets].map(([facet, held]) => [facet, touchedMore(held, touched)] as const),
    );
    return new WallNetwork(parts, facets);
  }
}

const boxOfPoint = ({ x, y }: Point): Box => ({ minX: x, minY: y, maxX: x, maxY: y });

type Rejoined = { readonly joints: Parts['joints']; readonly changed: ReadonlyMap<Joint, Box | null> };

/** The joints after walls changed. As many as meet in a point change it once. */
function rejoined(joints: Parts['joints'], walls: WallChanges, rankOf: (wall: Wall) => number): Rejoined {
  const columns = new Map<number, Map<number, Joint>>();
  const changed = new Map<Joint, Box | null>();
  for (const { point, added } of endsOf(walls)) {
    const column = columns.get(point.x) ?? new Map(joints.get(point.x));
    columns.set(point.x, column);
    const was = column.get(point.y);
    const staying = was?.walls.filter(({ id }) => !walls.has(id)) ?? [];
    const all = [...staying, ...added];
    if (added.length > 0) all.sort((first, second) => rankOf(first) - rankOf(second));
    if (was) changed.set(was, null);
    if (all.length === 0) column.delete(point.y);
    else {
      const joint = { point, walls: all };
      column.set(point.y, joint);
      changed.set(joint, boxOfPoint(point));
    }
  }
  const next = joints.with(
    new Map([...columns].map(([x, column]) => [x, column.size > 0 ? column : null] as const)),
  );
  return { joints: next, changed };
}

/** The points at which changed walls ended or end, each once, and those that end there now. */
function endsOf(walls: WallChanges): Iterable<{ readonly point: Point; readonly added: Wall[] }> {
  const ends = new Map<string, { readonly point: Point; readonly added: Wall[] }>();
  const at = (point: Point) => {
    const key = `${point.x} ${point.y}`;
    const known = ends.get(key) ?? { point, added: [] };
    ends.set(key, known);
    return known.added;
  };
  for (const { before, after } of walls.values()) {
    if (before) for (const point of [before.a, before.b]) at(point);
    if (after) for (const point of [after.a, after.b]) at(point).push(after);
  }
  return ends.values();
}

function touchedBy(walls: WallChanges): Touched {
  const boxes = [...walls.values()].flatMap(({ before, after }) =>
    [before, after].flatMap((wall) => (wall ? [surroundingsOf(wall)] : [])),
  );
  return { walls: new Set(walls.keys()), boxes };
}

function touchedMore({ value, touched }: Held, more: Touched): Held {
  const walls = new Set([...touched.walls, ...more.walls]);
  return { value, touched: { walls, boxes: [...touched.boxes, ...more.boxes] } };
}
