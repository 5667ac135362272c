import { distanceBetween } from '../../geometry/point.ts';
import { isInPolygon } from '../../geometry/polygon.ts';
import { err, ok, type Result } from '../../result.ts';
import { fromDegrees, normaliseAngle } from '../../units.ts';
import { FARTHEST_SEEN } from '../coverage/camera-coverage.ts';
import { type CameraOptics, countedViews } from '../image/counted-views.ts';
import { densityAt, isInPicture } from '../image/density.ts';
import { fieldOfViewOfOptics } from '../image/optics.ts';
import { levelRegion } from '../image/plane-region.ts';
import type { PreparedSight } from '../sight/prepare-sight.ts';
import type { SightRefusal } from '../sight/sight-pieces.ts';
import { type VisibleRegion, visibleRegion } from '../sight/visible-region.ts';
import type { Place } from './places.ts';
import { type AdviceLens, type AdviceQuestion, boundsAt } from './question.ts';
import { isWithin, type ZoneSamples } from './zone-samples.ts';

/** A place with a way to look from it, and what it covers of the samples of a zone. */
export type Look = {
  readonly place: Place;
  /** Radians; of a guard both are 0. */
  readonly direction: number;
  readonly tilt: number;
  /** Numbers of samples; more, when samples were added and it was looked again. */
  readonly covers: number[];
};

/** What is seen from a place, whichever way one looks: samples, and of each the share of detail in per cent. */
type PlaceSight = { readonly samples: number[]; readonly percents: number[]; readonly region: VisibleRegion };

/** Between two directions that are tried: a third of the picture, within these bounds. */
const LEAST_STEP = fromDegrees(5);
const MOST_STEP = fromDegrees(15);
/** A camera on a face looks no farther to the side than this. */
const MOST_ASIDE = fromDegrees(75);
const TINY = 1e-9;

/** Makes the looks of places, and remembers what is seen from each place. */
export class Looks {
  readonly #question: AdviceQuestion;
  readonly #sight: PreparedSight;
  readonly #samples: ZoneSamples;
  readonly #reach: number;
  readonly #seen = new Map<Place, PlaceSight>();

  /** @param reach metres along the ground beyond which the level is met nowhere; infinite for a guard */
  constructor(question: AdviceQuestion, sight: PreparedSight, samples: ZoneSamples, reach: number) {
    this.#question = question;
    this.#sight = sight;
    this.#samples = samples;
    this.#reach = reach;
  }

  /** What is seen from a place of the samples there were when it was first asked. */
  sightFrom(place: Place): Result<PlaceSight, SightRefusal> {
    const known = this.#seen.get(place);
    if (known) return ok(known);
    const { height, targetHeight } = this.#question;
    const region = visibleRegion(this.#sight, {
      eye: place.at,
      height,
      targetHeight,
      mount: place.mount,
      range: Number.isFinite(this.#reach) ? this.#reach + BEYOND : null,
      sector: null,
    });
    if (!region.ok) return region;
    const seen: PlaceSight = { samples: [], percents: [], region: region.value };
    for (const { percent, rings } of partsOf(region.value))
      this.#samples.eachIn(rings, (sample) => {
        seen.samples.push(sample);
        seen.percents.push(percent);
      });
    this.#seen.set(place, seen);
    return ok(seen);
  }

  /** Adds to looks what they cover of the samples from one on. */
  lookAgain(looks: readonly Look[], first: number): void {
    const added = new Map<Place, PlaceSight>();
    for (const [place, { samples, percents, region }] of this.#seen) {
      const more: PlaceSight = { samples: [], percents: [], region };
      for (let sample = first; sample < this.#samples.count; sample++) {
        const [x, y] = [this.#samples.x[sample] ?? 0, this.#samples.y[sample] ?? 0];
        const part = partsOf(region).find(({ rings }) => isWithin(rings, x, y));
        if (!part) continue;
        more.samples.push(sample);
        more.percents.push(part.percent);
      }
      samples.push(...more.samples);
      percents.push(...more.percents);
      added.set(place, more);
    }
    for (const look of looks) {
      const more = added.get(look.place);
      if (more) look.covers.push(...this.#covered(look.place, more, look));
    }
  }

  /** The places of which it is known what is seen from them. */
  known(): Iterable<readonly [Place, PlaceSight]> {
    return this.#seen;
  }

  /** All looks from a place that cover something. */
  from(place: Place): Result<readonly Look[], SightRefusal> {
    const { lens } = this.#question;
    const turns = lens ? turnsOf(lens, place) : ALL_ROUND;
    return this.#made(
      place,
      turns.flatMap((direction) => (lens?.tilts ?? [0]).map((tilt) => ({ direction, tilt }))),
    );
  }

  /** Looks from the same place turned a little to either side of another one. */
  turned({ place, direction, tilt }: Look, share: number): Result<readonly Look[], SightRefusal> {
    const { lens } = this.#question;
    if (!lens || isRound(lens)) return ok([]);
    const by = stepOf(lens) * share;
    const turns = [direction - by, direction + by].filter((turned) => isAhead(place, turned));
    return this.#made(
      place,
      turns.map((turned) => ({ direction: turned, tilt })),
    );
  }

  #made(
    place: Place,
    turns: readonly Pick<Look, 'direction' | 'tilt'>[],
  ): Result<readonly Look[], SightRefusal> {
    const seen = this.sightFrom(place);
    if (!seen.ok) return seen;
    if (seen.value.samples.length === 0) return ok([]);
    return ok(
      turns.flatMap(({ direction, tilt }) => {
        const covers = this.#covered(place, seen.value, { direction, tilt });
        return covers.length === 0 ? [] : [{ place, direction, tilt, covers }];
      }),
    );
  }

  #covered(
    place: Place,
    { samples, percents }: PlaceSight,
    turn: Pick<Look, 'direction' | 'tilt'>,
  ): number[] {
    const { lens, pixelsPerMetre, targetHeight } = this.#question;
    if (!lens) return samples.filter((_, index) => percents[index] === 100);
    const optics = opticsAt(this.#question, lens, { place, ...turn });
    const counted = countedViews(optics);
    if (!counted.ok) return [];
    const { views, model } = counted.value;
    const range = Math.min(lens.range ?? FARTHEST_SEEN, FARTHEST_SEEN);
    const { within } = boundsAt(this.#question, place.at);
    return samples.filter((sample, index) => {
      const at = { x: this.#samples.x[sample] ?? 0, y: this.#samples.y[sample] ?? 0 };
      if (distanceBetween(at, place.at) > range) return false;
      if (within && !within.some((building) => isInPolygon(at, building))) return false;
      const wanted = (100 * pixelsPerMetre) / (percents[index] ?? 100);
      return views.some(
        ({ view }) =>
          isInPicture(view, { ...at, z: targetHeight }) &&
          densityAt(view, at, targetHeight, this.#question.model ?? model) >= wanted,
      );
    });
  }
}

const partsOf = ({ clear, dimmed }: VisibleRegion) => [clear, ...dimmed];

/** Metres: a little more than the reach. */
const BEYOND = 0.1;
const ALL_ROUND = [0] as const;

/** The optics of a look, as cameras of a plan have them. */
export function opticsAt(
  { height }: AdviceQuestion,
  { tilts: _, ...lens }: AdviceLens,
  { place, direction, tilt }: Pick<Look, 'place' | 'direction' | 'tilt'>,
): CameraOptics {
  return { ...lens, at: place.at, height, direction, tilt };
}

/**
 * How far along the ground the lens has the level at any of its tilts, metres; 0 where it has it nowhere.
 *
 * @returns the sentence of the first figure that no camera can have
 */
export function reachOfLens(question: AdviceQuestion, lens: AdviceLens): Result<number, string> {
  const { pixelsPerMetre, targetHeight } = question;
  let reach = 0;
  for (const tilt of lens.tilts) {
    const counted = countedViews(opticsAt(question, lens, { place: ORIGIN, direction: 0, tilt }));
    if (!counted.ok) return err(counted.error.message);
    const model = question.model ?? counted.value.model;
    const range = Math.min(lens.range ?? FARTHEST_SEEN, FARTHEST_SEEN);
    for (const { view } of counted.value.views) {
      const { polygon } = levelRegion(view, pixelsPerMetre, targetHeight, model, range);
      for (const point of polygon?.ring ?? []) reach = Math.max(reach, distanceBetween(ORIGIN.at, point));
    }
  }
  return ok(reach);
}

const ORIGIN: Place = { at: { x: 0, y: 0 }, on: 'free', facing: null, mount: null, line: -1, along: 0 };

/** Whether a lens sees the same whichever way it is turned. */
function isRound(lens: AdviceLens): boolean {
  if (lens.type === 'ptz') return lens.presets.length === 0;
  return lens.sensors.length === 0 && fieldOfViewOfOptics(lens).horizontal >= 2 * Math.PI;
}

function stepOf(lens: AdviceLens): number {
  const { horizontal } = fieldOfViewOfOptics(lens);
  return Math.min(Math.max(horizontal / 3, LEAST_STEP), MOST_STEP);
}

function isAhead({ facing }: Place, direction: number): boolean {
  return facing === null || Math.abs(normaliseAngle(direction - facing)) <= MOST_ASIDE + TINY;
}

/** The directions that are tried from a place. */
function turnsOf(lens: AdviceLens, { facing }: Place): readonly number[] {
  if (isRound(lens)) return [facing ?? 0];
  const step = stepOf(lens);
  const from = facing === null ? 0 : facing - MOST_ASIDE;
  const count = facing === null ? Math.ceil((2 * Math.PI) / step) : Math.floor((2 * MOST_ASIDE) / step) + 1;
  const by = facing === null ? (2 * Math.PI) / count : (2 * MOST_ASIDE) / Math.max(count - 1, 1);
  return Array.from({ length: count }, (_, index) => from + index * by);
}
