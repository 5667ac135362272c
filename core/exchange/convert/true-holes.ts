import Flatbush from 'flatbush';
import { boxesTouch, boxOf } from '../../geometry/box.ts';
import { lerp, type Point } from '../../geometry/point.ts';
import { edgesOf, placeAmong, ringArea } from '../../geometry/polygon.ts';
import {
  distanceToSegment,
  projectOnLine,
  type Segment,
  segmentIntersection,
} from '../../geometry/segment.ts';
import type { Form } from '../neutral-drawing.ts';

/** Metres by which a hole may reach over its outline: programs round the corners that both share. */
const TOLERANCE = 0.01;
/** Comparisons of a hole's edges with those of its outline for each edge of both: real ones need a few. */
const MOST_PER_EDGE = 200;

/** A form without holes that are none, and how many were left out for which reason. */
export type TrueHoles = {
  readonly form: Form;
  /** Those beyond their outline, and those that were made to slow the comparison down. */
  readonly outside: number;
  readonly notCompared: number;
};

/** A form with those of its holes that lie within its outline, wherever they run, and leave something of it. */
export function withTrueHoles(form: Form): TrueHoles {
  if (form.type !== 'polygon' || form.holes.length === 0) return { form, outside: 0, notCompared: 0 };
  const { ring, holes } = form;
  const outline = new Outline(ring, holes);
  const places = holes.map((hole) => outline.placeOf(hole));
  const kept = holes.filter((_, index) => places[index] === 'within');
  const count = (place: HolePlace) => places.filter((each) => each === place).length;
  return {
    form: kept.length === holes.length ? form : { type: 'polygon', ring, holes: kept },
    outside: count('outside'),
    notCompared: count('not-compared'),
  };
}

type HolePlace = 'within' | 'outside' | 'not-compared';

/** The outer ring of a form; what it is asked costs no more than a multiple of all corners. */
class Outline {
  readonly #edges: readonly Segment[];
  readonly #box: ReturnType<typeof boxOf>;
  readonly #area: number;
  #index: Flatbush | null = null;
  #left: number;

  constructor(ring: readonly Point[], holes: readonly (readonly Point[])[]) {
    this.#edges = edgesOf(ring);
    this.#box = boxOf(ring);
    this.#area = Math.abs(ringArea(ring));
    this.#left = holes.reduce((sum, { length }) => sum + length, ring.length) * MOST_PER_EDGE;
  }

  placeOf(hole: readonly Point[]): HolePlace {
    const box = boxOf(hole);
    if (!box || !this.#box || !boxesTouch(box, this.#box)) return 'outside';
    if (Math.abs(ringArea(hole)) >= this.#area) return 'outside';
    for (const edge of edgesOf(hole)) {
      if (!this.#holds(edge)) return 'outside';
      if (this.#left < 0) return 'not-compared';
    }
    return 'within';
  }

  /*  An edge lies within where its beginning does, and the middle of each piece between the places at which it
   *  meets the outline:   o---|--x--|---x---   the x in a notch is beyond it, whatever its corners are.  */
  #holds(edge: Segment): boolean {
    const [start, end] = edge;
    const cuts = this.#near(start, end).flatMap((other) => {
      const meeting = segmentIntersection(edge, other);
      return meeting ? [projectOnLine(meeting, edge)] : [];
    });
    const stops = [0, ...cuts.sort((one, other) => one - other), 1];
    const middles = stops.slice(1).map((stop, index) => lerp(start, end, (stop + (stops[index] ?? 0)) / 2));
    return [start, ...middles].every((point) => this.#left < 0 || this.#isWithin(point));
  }

  #isWithin(point: Point): boolean {
    // What lies to its right says whether it is within.
    const beside = this.#near(point, { x: Math.max(point.x, this.#box?.maxX ?? point.x), y: point.y });
    if (placeAmong(point, beside) !== 'outside') return true;
    const { x, y } = point;
    const around = this.#near({ x: x - TOLERANCE, y: y - TOLERANCE }, { x: x + TOLERANCE, y: y + TOLERANCE });
    return around.some((edge) => distanceToSegment(point, ...edge) <= TOLERANCE);
  }

  /** The edges whose boxes touch that of two points. */
  #near(one: Point, other: Point): readonly Segment[] {
    this.#index ??= indexOf(this.#edges);
    const [minX, maxX] = [Math.min(one.x, other.x), Math.max(one.x, other.x)];
    const [minY, maxY] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
    const found = this.#index.search(minX, minY, maxX, maxY);
    this.#left -= found.length;
    return found.flatMap((edge) => [this.#edges[edge] as Segment]);
  }
}

function indexOf(edges: readonly Segment[]): Flatbush {
  const index = new Flatbush(edges.length);
  for (const [start, end] of edges)
    index.add(
      Math.min(start.x, end.x),
      Math.min(start.y, end.y),
      Math.max(start.x, end.x),
      Math.max(start.y, end.y),
    );
  index.finish();
  return index;
}
