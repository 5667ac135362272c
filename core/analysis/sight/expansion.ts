import { orient2d } from 'robust-predicates';
import type { Point } from '../../geometry/point.ts';
import { type SightSector, windowsAround } from './first-windows.ts';
import { HiddenStrips, type Hiding, type SightHeights, type Strip } from './hidden-strips.ts';
import { nextOf, previousOf } from './locate.ts';
import type { PreparedSight } from './prepare-sight.ts';
import type { RangeOutline } from './range-outline.ts';
import { type Part, partsOf, type SeenEdge } from './range-parts.ts';
import { addWedge, type Boundary, frameLine, openWedge, type Ray, type Sides, type Wedge } from './wedges.ts';

/** From where, at which heights, into which sector and how far one looks. */
export type Look = SightHeights & {
  /** On the grid. */
  readonly eye: Point;
  /** What is no farther from the eye than so many metres hides nothing. */
  readonly standsOn: number;
  readonly sector: SightSector | null;
  readonly range: RangeOutline | null;
};

/** So many edges are looked through, and so many pairs of lines compared: some seconds. */
const MOST_STEPS = 30_000_000;

/** An edge that hides parts of what is behind it. */
type Veil = { readonly seen: SeenEdge; readonly strips: readonly Strip[] };

/**
 * Looks through the triangles of a triangulation from an eye, from each through those of its edges that are seen and do
 * not hide everything, depth first and anticlockwise. So wedges come in order, and those veils lie before a wedge that
 * were passed on the way to it.
 */
export class Expansion {
  readonly wedges: Wedge[] = [];
  readonly isRound: boolean;
  readonly #sight: PreparedSight;
  readonly #eye: Point;
  readonly #standsOn: number;
  readonly #hidden: HiddenStrips;
  readonly #range: RangeOutline | null;
  readonly #extra: readonly Point[];
  /** What waits: edge, right place, left place, and how many veils are before it; the next one last. */
  readonly #waiting: number[] = [];
  readonly #veils: Veil[] = [];
  #steps = 0;

  constructor(sight: PreparedSight, { eye, standsOn, sector, range, height, targetHeight }: Look) {
    this.#sight = sight;
    this.#eye = eye;
    this.#standsOn = standsOn;
    this.#hidden = new HiddenStrips(sight, { height, targetHeight });
    this.#range = range;
    const { windows, extra, isRound } = windowsAround(sight, eye, sector);
    this.isRound = isRound;
    this.#extra = extra;
    for (const { edge, right, left } of windows.toReversed()) this.#waiting.push(edge, right, left, 0);
  }

  /** Looks at everything; false when that is too much. */
  run(): boolean {
    const waiting = this.#waiting;
    while (waiting.length > 0) {
      const veils = waiting.pop() ?? 0;
      const left = waiting.pop() ?? 0;
      const right = waiting.pop() ?? 0;
      const edge = waiting.pop() ?? 0;
      this.#veils.length = veils;
      this.#lookAt(edge, right, left);
      this.#steps += 1 + veils;
      if (this.#steps > MOST_STEPS) return false;
    }
    return true;
  }

  #lookAt(edge: number, right: number, left: number): void {
    const twin = this.#sight.twins[edge] ?? -1;
    const isBeyond = this.#range !== null && this.#isBeyond(edge, this.#range.outer);
    const hiding = isBeyond || twin < 0 ? 'everything' : this.#hidingOf(edge);
    if (hiding === 'everything') {
      const sides = { right: this.#ray(right), left: this.#ray(left) };
      this.#end(isBeyond ? null : this.#seen(edge), sides);
      return;
    }
    if (hiding !== 'nothing') this.#veils.push({ seen: this.#seen(edge), strips: hiding });
    this.#lookThrough(twin, right, left);
  }

  #hidingOf(edge: number): Hiding {
    const number = this.#sight.edges[edge] ?? -1;
    // Nearer than the distance that the eye stands on things at.
    if (number < 0 || !this.#isBeyond(edge, this.#standsOn)) return 'nothing';
    return this.#hidden.of(number);
  }

  /*         d       Through b a, which is seen between the rays: then right of d through a d, left of it
   *       /   \     through d b.
   *      b --- a
   *       \   /
   *        eye      */
  #lookThrough(twin: number, right: number, left: number): void {
    const apex = this.#sight.corners[previousOf(twin)] ?? 0;
    const isLeftOfRight = this.#turn(right, apex) > 0;
    const isRightOfLeft = this.#turn(left, apex) < 0;
    const veils = this.#veils.length;
    if (isRightOfLeft) this.#waiting.push(previousOf(twin), isLeftOfRight ? apex : right, left, veils);
    if (isLeftOfRight) this.#waiting.push(nextOf(twin), right, isRightOfLeft ? apex : left, veils);
  }

  /** Positive where a place lies left of the ray through another one. */
  #turn(ray: number, place: number): number {
    const { x, y } = this.#eye;
    return -orient2d(x, y, this.#x(ray), this.#y(ray), this.#x(place), this.#y(place));
  }

  #x(place: number): number {
    return this.#sight.x[place] ?? this.#extra[place - this.#sight.x.length]?.x ?? 0;
  }

  #y(place: number): number {
    return this.#sight.y[place] ?? this.#extra[place - this.#sight.x.length]?.y ?? 0;
  }

  #ray(place: number): Ray {
    return { x: this.#x(place) - this.#eye.x, y: this.#y(place) - this.#eye.y, place };
  }

  #isBeyond(edge: number, range: number): boolean {
    const { corners } = this.#sight;
    const [a, b] = [corners[edge] ?? 0, corners[nextOf(edge)] ?? 0];
    const ax = this.#x(a) - this.#eye.x;
    const ay = this.#y(a) - this.#eye.y;
    const dx = this.#x(b) - this.#eye.x - ax;
    const dy = this.#y(b) - this.#eye.y - ay;
    const along = Math.min(Math.max(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0), 1);
    const nearX = ax + along * dx;
    const nearY = ay + along * dy;
    return nearX * nearX + nearY * nearY > range * range;
  }

  #seen(edge: number): SeenEdge {
    const { corners } = this.#sight;
    const a = corners[edge] ?? 0;
    const b = corners[nextOf(edge)] ?? 0;
    const x = this.#x(a) - this.#eye.x;
    const y = this.#y(a) - this.#eye.y;
    const alongX = this.#x(b) - this.#x(a);
    const alongY = this.#y(b) - this.#y(a);
    return { edge, x, y, alongX, alongY, twice: this.#turn(a, b) };
  }

  /** Ends a view at what hides everything, or at the range. */
  #end(seen: SeenEdge | null, sides: Sides): void {
    const range = this.#range;
    if (!range || (seen && this.#isWithin(seen, sides, range.inner))) {
      this.#add(sides, seen ? [this.#edgeLine(seen, sides)] : []);
      return;
    }
    for (const part of partsOf(range, { seen, sides, isVeiled: this.#veils.length > 0 }))
      this.#endPart(part, seen, range);
  }

  #endPart({ type, sides, first, last }: Part, seen: SeenEdge | null, range: RangeOutline): void {
    const edge = seen && type !== 'range' ? [this.#edgeLine(seen, sides)] : [];
    if (type === 'edge') {
      this.#add(sides, edge);
      return;
    }
    const { right, left } = sides;
    const line: Boundary = {
      right: range.along(first, right.x, right.y),
      left: range.along(last, left.x, left.y),
      line: RANGE_LINES - range.numberOf(first),
      opaque: 1,
      dimming: 0,
    };
    if (type === 'side') this.#add(sides, [line, ...edge]);
    else {
      const arc = { first: first + 1, last, line: RANGE_LINES - range.numberOf(last) };
      this.wedges.push(openWedge(sides, line, arc));
    }
  }

  #isWithin(seen: SeenEdge, { right, left }: Sides, distance: number): boolean {
    const isNear = (ray: Ray) => Math.hypot(ray.x, ray.y) <= distance * this.#along(seen, ray);
    return isNear(right) && isNear(left);
  }

  #edgeLine(seen: SeenEdge, { right, left }: Sides): Boundary {
    const { twins, corners, edges, x } = this.#sight;
    const isFrame = (twins[seen.edge] ?? -1) < 0;
    const side = (corners[seen.edge] ?? 0) - (x.length - 4);
    return {
      right: this.#along(seen, right),
      left: this.#along(seen, left),
      line: isFrame ? frameLine(side) : EDGE_LINES - (edges[seen.edge] ?? 0),
      opaque: 1,
      dimming: 0,
    };
  }

  /** One over how far an edge is along a ray, in lengths of the ray. */
  #along({ edge, alongX, alongY, twice }: SeenEdge, { x, y, place }: Ray): number {
    const { corners } = this.#sight;
    if (place === corners[edge] || place === corners[nextOf(edge)]) return 1;
    const along = (x * alongY - y * alongX) / twice;
    // What is seen edge-on may be rounded to nowhere.
    return Math.max(along, (Math.abs(x) + Math.abs(y)) * NOWHERE);
  }

  #add(sides: Sides, ends: Boundary[]): void {
    const boundaries = [...ends];
    for (const { seen, strips } of this.#veils) {
      const right = this.#along(seen, sides.right);
      const left = this.#along(seen, sides.left);
      for (const strip of strips) addStrip(boundaries, strip, { right, left, ends });
    }
    this.#steps += addWedge(this.wedges, sides, boundaries);
  }
}

/** Numbers of lines: those of the strips are positive. */
const EDGE_LINES = -10;
const RANGE_LINES = -1e9;
/** Nothing is so far away that one over it is less, 1/m. */
const NOWHERE = 1e-8;

type Across = { readonly right: number; readonly left: number; readonly ends: readonly Boundary[] };

/** Adds the lines between which a strip hides, as far as something is seen there. */
function addStrip(boundaries: Boundary[], strip: Strip, { right, left, ends }: Across): void {
  const { start, end, share, number } = strip;
  const opaque = share === 0 ? 1 : 0;
  const dimming = share === 0 ? 0 : Math.log(share);
  const isBehind = (times: number) =>
    ends.some((each) => right / times <= each.right && left / times <= each.left);
  if (isBehind(start)) return;
  boundaries.push({ right: right / start, left: left / start, line: 2 * number, opaque, dimming });
  if (isBehind(end)) return;
  boundaries.push({
    right: right / end,
    left: left / end,
    line: 2 * number + 1,
    opaque: -opaque,
    dimming: -dimming,
  });
}
