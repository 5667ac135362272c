import type { Point } from '../../geometry/point.ts';
import {
  inBoth,
  noSteps,
  type Steps,
  stepsOfPolygon,
  stepsOfRings,
  united,
  without,
} from '../coverage/ring-clipping.ts';
import type { PreparedSight } from '../sight/prepare-sight.ts';
import type { Rings } from '../sight/rings.ts';
import { visibleRegion } from '../sight/visible-region.ts';
import { isInRings } from './rings-places.ts';
import type { SceneLight } from './zone-scene.ts';

/** A light whose figures are known. */
type KnownLight = SceneLight & { readonly illuminanceLux: number; readonly range: number };

/** Whether it is known what a light gives. */
export function isKnownLight(light: SceneLight): light is KnownLight {
  return light.illuminanceLux !== null && light.range !== null;
}

/** Metres along the ground to where a light still has an illuminance at a height; null where it has it nowhere. */
export function litRadius(
  { height, illuminanceLux, range }: KnownLight,
  targetHeight: number,
  lux: number,
): number | null {
  // It grows with one over the square of the distance, and ends with the range.
  const slant = lux > illuminanceLux ? range * Math.sqrt(illuminanceLux / lux) : range;
  const radius = Math.sqrt(slant ** 2 - (height - targetHeight) ** 2);
  return radius > 0 ? radius : null;
}

/** The illuminance that a light gives to a place that it shines on, lux. */
export function luxAt(
  { at, height, illuminanceLux, range }: KnownLight,
  place: Point,
  targetHeight: number,
): number {
  const square = (place.x - at.x) ** 2 + (place.y - at.y) ** 2 + (height - targetHeight) ** 2;
  return illuminanceLux * (range ** 2 / Math.max(square, NEAR_LIGHT));
}

/** In the light itself there is no end of it: as near as a millimetre it is as at a millimetre, m². */
const NEAR_LIGHT = 1e-6;

/** What a light shines on at a height: nothing that hides sight is between. Mesh counts as nothing. */
export type Shine = (light: KnownLight, radius: number) => Rings | null;

/** What lights shine on over one state of what stands there; each question is answered once. */
export function shineOver(sight: PreparedSight, targetHeight: number): Shine {
  const known = new Map<string, Rings | null>();
  return (light, radius) => {
    const key = `${light.number} ${radius}`;
    const there = known.get(key);
    if (there !== undefined) return there;
    const { at: eye, height, ahead, isOnWall } = light;
    const region = visibleRegion(sight, {
      eye,
      height,
      targetHeight,
      range: radius,
      mount: isOnWall ? ahead : null,
      sector: ahead === null ? null : { direction: ahead, width: Math.PI },
    });
    const rings = region.ok
      ? joined([region.value.clear.rings, ...region.value.dimmed.map((part) => part.rings)])
      : null;
    known.set(key, rings);
    return rings;
  };
}

function joined(parts: readonly Rings[]): Rings {
  const coordinates = parts.flatMap((part) => [...part.coordinates]);
  let start = 0;
  const ends = parts.flatMap((part) => {
    const own = Array.from(part.ends, (end) => start + end);
    start += part.coordinates.length;
    return own;
  });
  return { coordinates: Float64Array.from(coordinates), ends: Uint32Array.from(ends) };
}

/** Where a surface is lit to an illuminance, and by squares of which side it was summed; null where no sums were needed. */
export type Lit = { readonly steps: Steps; readonly summedBy: number | null };

/** Metres: no finer are sums of lights followed, and no more squares than that on a surface. */
const [FINEST, MOST_SQUARES] = [0.1, 40_000];

/**
 * Where on a surface the lights together give an illuminance: exact where one of them gives it alone, by squares where
 * only their sum does.
 */
export function litSurface(
  surface: Steps,
  {
    lights,
    lux,
    targetHeight,
    shine,
    box,
  }: {
    readonly lights: readonly KnownLight[];
    readonly lux: number;
    readonly targetHeight: number;
    readonly shine: Shine;
    readonly box: {
      readonly minX: number;
      readonly minY: number;
      readonly maxX: number;
      readonly maxY: number;
    };
  },
): Lit {
  const { around } = surface;
  const shone = (light: KnownLight, least: number): Rings | null => {
    const radius = litRadius(light, targetHeight, least);
    return radius === null ? null : shine(light, radius);
  };
  const stepsOf = (rings: Rings | null) =>
    rings ? inBoth(stepsOfRings(rings, around), surface) : noSteps(around);
  const alone = united(
    lights.map((light) => stepsOf(shone(light, lux))),
    around,
  );
  const weak = lights.flatMap((light) => {
    const rings = shone(light, 0);
    const steps = stepsOf(rings);
    return rings && steps.paths.length > 0 ? [{ light, rings, steps }] : [];
  });
  const open = without(
    meeting(
      weak.map(({ steps }) => steps),
      around,
    ),
    alone,
  );
  if (open.paths.length === 0) return { steps: alone, summedBy: null };
  const side = Math.max(FINEST, Math.sqrt(((box.maxX - box.minX) * (box.maxY - box.minY)) / MOST_SQUARES));
  const sumAt = (place: Point) =>
    weak.reduce(
      (sum, { light, rings }) => sum + (isInRings(place, rings) ? luxAt(light, place, targetHeight) : 0),
      0,
    );
  const squares = runsOf(box, side, (place) => sumAt(place) >= lux);
  const summed = inBoth(
    united(
      squares.map((ring) => stepsOfPolygon({ ring, holes: [] }, around)),
      around,
    ),
    open,
  );
  return { steps: united([alone, summed], around), summedBy: side };
}

/** Where two or more meet. */
function meeting(all: readonly Steps[], around: Point): Steps {
  let once = noSteps(around);
  let twice = noSteps(around);
  for (const each of all) {
    twice = united([twice, inBoth(once, each)], around);
    once = united([once, each], around);
  }
  return twice;
}

/** Rows of squares whose middles are in, as rectangles. */
function runsOf(
  {
    minX,
    minY,
    maxX,
    maxY,
  }: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number },
  side: number,
  isIn: (place: Point) => boolean,
): readonly (readonly Point[])[] {
  const runs: Point[][] = [];
  for (let y = minY; y < maxY; y += side) {
    let start: number | null = null;
    for (let x = minX; x < maxX + side; x += side) {
      const isHere = x < maxX && isIn({ x: x + side / 2, y: y + side / 2 });
      if (isHere) start ??= x;
      else if (start !== null) {
        runs.push([
          { x: start, y },
          { x, y },
          { x, y: y + side },
          { x: start, y: y + side },
        ]);
        start = null;
      }
    }
  }
  return runs;
}
