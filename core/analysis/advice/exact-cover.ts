import { middleOf } from '../../geometry/box.ts';
import { labelPoint } from '../../geometry/label-point.ts';
import type { Point } from '../../geometry/point.ts';
import { type Polygon, polygonArea, ringArea } from '../../geometry/polygon.ts';
import { err, ok, type Result } from '../../result.ts';
import { cameraCoverage } from '../coverage/camera-coverage.ts';
import { remainder } from '../coverage/remainder.ts';
import {
  boxOfRings,
  inBoth,
  polygonOfRings,
  ringsOfSteps,
  type Steps,
  stepsOfRings,
  united,
} from '../coverage/ring-clipping.ts';
import type { CameraOptics } from '../image/counted-views.ts';
import type { PreparedSight } from '../sight/prepare-sight.ts';
import type { Rings } from '../sight/rings.ts';
import { visibleRegion } from '../sight/visible-region.ts';
import { type Look, opticsAt } from './looks.ts';
import { type AdviceQuestion, type AdviceRefusal, boundsAt, type PresentCamera } from './question.ts';
import { isWithin } from './zone-samples.ts';

/** The surface that one look or camera covers, within the zone. */
export type Covered = { readonly steps: Steps; readonly rings: Rings; readonly area: number };

/** What is added by one more: m² that are covered often enough since, and m² that it covers at all. */
export type Gain = { readonly gained: number; readonly seen: number };

/** A part of the zone that is not covered often enough. */
export type LeftPart = { readonly polygon: Polygon; readonly at: Point; readonly area: number };

/** What a look covers of the zone, with the exact regions. */
export function coveredByLook(
  question: AdviceQuestion,
  sight: PreparedSight,
  look: Look,
): Result<Covered, AdviceRefusal> {
  const { lens, height, targetHeight } = question;
  const { at, mount } = look.place;
  if (lens)
    return coveredByCamera(question, sight, {
      optics: opticsAt(question, lens, look),
      mount,
      bounds: boundsAt(question, at),
    });
  const region = visibleRegion(sight, {
    eye: at,
    height,
    targetHeight,
    mount,
    range: null,
    sector: null,
  });
  if (!region.ok) return err({ reason: 'sight', refusal: region.error });
  return ok(withinZone(question, region.value.clear.rings));
}

/** What a camera covers of the zone at the level or finer, with the exact regions. */
export function coveredByCamera(
  question: AdviceQuestion,
  sight: PreparedSight,
  { optics, mount, bounds }: PresentCamera,
): Result<Covered, AdviceRefusal> {
  const coverage = cameraCoverage(
    {
      optics,
      mount,
      sight,
      within: bounds.within,
      solids: [...solidsUnder(question, optics), ...bounds.except],
    },
    {
      levels: [{ key: 'wanted', pixelsPerMetre: question.pixelsPerMetre }],
      model: question.model,
      targetHeight: question.targetHeight,
    },
  );
  if (coverage.ok) return ok(withinZone(question, coverage.value.levels[0]?.rings ?? NO_RINGS));
  const { error } = coverage;
  return err(error.reason === 'flaw' ? { reason: 'flaw', message: error.flaw.message } : error);
}

const NO_RINGS: Rings = { coordinates: new Float64Array(), ends: new Uint32Array() };

/** Bodies lower than the camera and higher than the target. */
function solidsUnder({ scene, targetHeight }: AdviceQuestion, { height: eye }: CameraOptics) {
  return scene.solids.flatMap(({ rings, height }) =>
    height > targetHeight && height < eye ? [polygonOfRings(rings)] : [],
  );
}

const centreOf = (zone: Rings): Point => middleOf(boxOfRings(zone));

function withinZone({ zone }: AdviceQuestion, rings: Rings): Covered {
  const centre = centreOf(zone);
  const steps = inBoth(stepsOfRings(rings, centre), stepsOfRings(zone, centre));
  return { steps, ...ringsOfSteps(steps) };
}

/** How much of a zone is covered once, twice and so on, exactly. */
export class ExactCover {
  readonly #zone: Steps;
  /** Where it is not covered once yet, not twice, … not as often as is asked for. */
  #left: readonly Steps[];

  constructor({ zone, atLeast }: AdviceQuestion) {
    this.#zone = stepsOfRings(zone, centreOf(zone));
    this.#left = Array.from({ length: atLeast }, () => this.#zone);
  }

  /** m² of the zone. */
  get areaOfZone(): number {
    return areaOf(this.#zone);
  }

  /** m² that are covered often enough. */
  get area(): number {
    return Math.max(this.areaOfZone - areaOf(this.#least), 0);
  }

  get #least(): Steps {
    return this.#left.at(-1) ?? this.#zone;
  }

  /** Puts in one more. */
  add({ steps, area: seen }: Covered): Gain {
    const before = this.area;
    this.#left = this.#left.map((left, index) => {
      // What one more sees that was not seen so often as that before it is left all the same.
      const more = this.#left[index - 1];
      const rest = remainder(left, steps);
      return more ? united([rest, more], left.around) : rest;
    });
    return { gained: Math.max(this.area - before, 0), seen };
  }

  /** The parts that are left, the largest first, each with a place in its middle. */
  get left(): readonly LeftPart[] {
    return partsOf(ringsOfSteps(this.#least).rings).sort((one, other) => other.area - one.area);
  }
}

const areaOf = (steps: Steps): number => ringsOfSteps(steps).area;

/** The surfaces that rings enclose: each outer ring with the holes in it. */
function partsOf(rings: Rings): LeftPart[] {
  const { ring, holes } = polygonOfRings(rings);
  const all = ring.length > 0 ? [ring, ...holes] : [];
  const cut = all.filter((each) => ringArea(each) < 0);
  return all
    .filter((each) => ringArea(each) > 0)
    .flatMap((outer) => {
      const within = cut.filter(([corner]) => corner && isIn(outer, corner));
      const polygon = { ring: outer, holes: within };
      const at = labelPoint(polygon, 0.05);
      return at ? [{ polygon, at, area: polygonArea(polygon) }] : [];
    });
}

function isIn(ring: readonly Point[], { x, y }: Point): boolean {
  const coordinates = Float64Array.from(ring.flatMap((point) => [point.x, point.y]));
  return isWithin({ coordinates, ends: Uint32Array.of(coordinates.length) }, x, y);
}
