import { angleOf, distanceBetween, lerp, type Point } from '../../geometry/point.ts';
import { nearestOnPath } from '../../geometry/polyline.ts';
import { distanceToSegment } from '../../geometry/segment.ts';
import { boxOfRings } from '../coverage/ring-clipping.ts';
import type { Rings } from '../sight/rings.ts';
import { type SightPieces, STANDS_ON } from '../sight/sight-pieces.ts';
import type { AllowedPlaces, PlaceLine } from './question.ts';
import { areaOfRings, isWithin, ZoneSamples } from './zone-samples.ts';

/** A place for a camera. */
export type Place = {
  readonly at: Point;
  readonly on: PlaceLine['on'] | 'free';
  /** Radians: where the face looks to that it is on; null for none. */
  readonly facing: number | null;
  /** The same where what hides sight stands on that very line: else the camera has it behind itself anyway. */
  readonly mount: number | null;
  /** On which of the lines, and how far along it; −1 in free space. */
  readonly line: number;
  readonly along: number;
};

/** So many places are compared. */
const MOST_PLACES = 320;
/** Metres between places on a line where there is room for all. */
const WANTED_SPACING = 1;
/** From the end of a face, metres: a camera has a size. */
const FROM_END = 0.1;

/** All that lies near enough to a zone: places, and how far apart they are. */
export type PlaceSet = { readonly places: readonly Place[]; readonly spacing: number };

/** Gives places on allowed lines and in allowed space that are near enough to a zone. */
export class Places {
  readonly #allowed: AllowedPlaces;
  readonly #pieces: SightPieces;
  readonly #isNear: (at: Point) => boolean;

  /** @param reach metres from the box of the zone beyond which no place matters */
  constructor(allowed: AllowedPlaces, pieces: SightPieces, zone: Rings, reach: number) {
    const box = boxOfRings(zone);
    this.#allowed = allowed;
    this.#pieces = pieces;
    this.#isNear = ({ x, y }) =>
      Math.hypot(Math.max(box.minX - x, x - box.maxX, 0), Math.max(box.minY - y, y - box.maxY, 0)) <= reach;
  }

  /** Places to begin with, a metre apart or as much more as keeps them few. */
  all(): PlaceSet {
    const poles = this.#allowed.lines.flatMap((line, number) => this.#pole(line, number));
    const onLines = this.#onLines(Math.max(MOST_PLACES - poles.length, MOST_PLACES / 2));
    const free = this.#inFree();
    return {
      places: [...poles, ...onLines.places, ...free.places],
      spacing: Math.max(onLines.spacing, free.spacing),
    };
  }

  /** The places beside one, half as far away as the others and less. */
  beside(place: Place, spacing: number): readonly Place[] {
    if (place.on === 'free') return this.#around(place.at, spacing);
    const line = this.#allowed.lines[place.line];
    if (!line || line.points.length < 2) return [];
    return [-spacing, spacing].flatMap(
      (by) => this.#onLine(line, place.line, lengthsOf(line), place.along + by) ?? [],
    );
  }

  /** The places nearest to a point: on each of the lines, and the point itself where that is free. */
  nearTo(at: Point): readonly Place[] {
    const onLines = this.#allowed.lines
      .flatMap((line, number) => {
        const nearest = line.points.length > 1 ? nearestOnPath(at, pathOf(line)) : null;
        return nearest ? [{ line, number, ...nearest }] : [];
      })
      .sort((one, other) => one.distance - other.distance)
      .slice(0, FEW)
      .flatMap(({ line, number, along }) => this.#onLine(line, number, lengthsOf(line), along) ?? []);
    return [...onLines, ...this.#free(at)];
  }

  #pole({ on, points }: PlaceLine, line: number): readonly Place[] {
    const [at] = points;
    if (!at || points.length > 1 || !this.#isNear(at)) return [];
    return [{ at, on, facing: null, mount: null, line, along: 0 }];
  }

  #onLines(most: number): PlaceSet {
    const lines = this.#allowed.lines
      .map((line, number) => ({ line, number, lengths: lengthsOf(line) }))
      .filter(({ line }) => line.points.length > 1);
    let spacing = WANTED_SPACING;
    for (;;) {
      const places = lines.flatMap(({ line, number, lengths }) => {
        const whole = lengths.at(-1) ?? 0;
        const count = Math.max(Math.ceil(whole / spacing), 1);
        return Array.from({ length: count }, (_, index) => ((index + 0.5) * whole) / count).flatMap(
          (along) => this.#onLine(line, number, lengths, along) ?? [],
        );
      });
      if (places.length <= most) return { places, spacing };
      spacing *= Math.max(places.length / most, 1.1);
    }
  }

  #onLine(line: PlaceLine, number: number, lengths: readonly number[], wanted: number): Place | null {
    const whole = lengths.at(-1) ?? 0;
    const along = line.closed ? ((wanted % whole) + whole) % whole : Math.min(Math.max(wanted, 0), whole);
    const edge = Math.max(
      lengths.findIndex((end, index) => index > 0 && end >= along),
      1,
    );
    const [from, to] = [lengths[edge - 1] ?? 0, lengths[edge] ?? 0];
    const a = line.points[edge - 1];
    const b = line.points[edge % line.points.length];
    if (!a || !b || to - from <= 0) return null;
    const isFace = line.on === 'wall';
    // In a corner of faces a camera would stand in the wall beside.
    const inset = isFace ? Math.min(FROM_END, (to - from) / 2) : 0;
    const held = Math.min(Math.max(along, from + inset), to - inset);
    const at = lerp(a, b, (held - from) / (to - from));
    if (!this.#isNear(at)) return null;
    const facing = isFace ? angleOf(a, b) - Math.PI / 2 : null;
    const mount = facing !== null && this.#isOnPiece(at) ? facing : null;
    return { at, on: line.on, facing, mount, line: number, along: held };
  }

  #isOnPiece(at: Point): boolean {
    const { segments } = this.#pieces;
    for (let index = 0; index < segments.length; index += 4) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = segments.subarray(index, index + 4);
      if (distanceToSegment(at, { x: ax, y: ay }, { x: bx, y: by }) <= 2 * STANDS_ON) return true;
    }
    return false;
  }

  #inFree(): PlaceSet {
    const { free } = this.#allowed;
    const area = free ? areaOfRings(free) : 0;
    if (!free || area <= 0) return { places: [], spacing: 0 };
    const { x, y, spacing } = new ZoneSamples(free, area, MOST_PLACES);
    const places = x.flatMap((across, index) => this.#free({ x: across, y: y[index] ?? 0 }));
    return { places, spacing };
  }

  #around({ x, y }: Point, by: number): readonly Place[] {
    const steps = [-by, 0, by];
    return steps.flatMap((dx) =>
      steps.flatMap((dy) => (dx === 0 && dy === 0 ? [] : this.#free({ x: x + dx, y: y + dy }))),
    );
  }

  #free(at: Point): readonly Place[] {
    const { free } = this.#allowed;
    if (!free || !isWithin(free, at.x, at.y) || !this.#isNear(at)) return [];
    return [{ at, on: 'free', facing: null, mount: null, line: -1, along: 0 }];
  }
}

/** Lines that are nearest to a point. */
const FEW = 3;

/** The points of a line; of a closed one the first once more at the end. */
function pathOf({ points, closed }: PlaceLine): readonly Point[] {
  const [first] = points;
  return closed && first ? [...points, first] : points;
}

/** How far along a line each point of its path is. */
function lengthsOf(line: PlaceLine): readonly number[] {
  const path = pathOf(line);
  let sum = 0;
  return path.map((point, index) => {
    sum += distanceBetween(path[index - 1] ?? point, point);
    return sum;
  });
}
