import { distanceBetween, type Point } from '../../geometry/point.ts';
import type { Looks } from './looks.ts';
import type { Place } from './places.ts';
import type { ZoneSamples } from './zone-samples.ts';

/**
 * Why a place of the zone cannot be reached from anywhere that is allowed:
 * `too-far` the nearest allowed place is farther away than the camera has the level (or than its range);
 * `hidden` something stands between it and each of the places that are near enough;
 * `beside-picture` it is seen, but no picture of the camera holds it with enough detail: it lies beneath it, behind mesh,
 * or at the very end of its reach;
 * `too-few` it is reached by fewer cameras at different places than are asked for.
 */
export type WhyUnreached = 'too-far' | 'hidden' | 'beside-picture' | 'too-few';

/** Places beside each other that cannot be reached for the same reason; the area by the samples there. */
export type UnreachedPart = {
  readonly why: WhyUnreached;
  /** The sample in it that is nearest to its middle. */
  readonly at: Point;
  /** m², as exact as the samples are close. */
  readonly area: number;
  /** From there to the nearest allowed place, metres. */
  readonly nearest: number;
};

type Asked = {
  readonly samples: ZoneSamples;
  readonly looks: Looks;
  readonly places: readonly Place[];
  /** Of each sample: how many places cover it in some direction. */
  readonly reachedBy: readonly number[];
  readonly atLeast: number;
  /** Metres along the ground. */
  readonly reach: number;
};

/** What cannot be reached however cameras are placed and turned, in parts, the largest first. */
export function unreachedParts(asked: Asked): readonly UnreachedPart[] {
  const { reachedBy, atLeast } = asked;
  const seenAtAll = new Set<number>();
  for (const [, { samples: seen }] of asked.looks.known()) for (const sample of seen) seenAtAll.add(sample);
  const why = new Map<number, WhyUnreached>();
  const nearest = new Map<number, number>();
  // Witnesses that came in later lie within cells of the grid.
  for (const [sample, reached] of reachedBy.entries()) {
    if (reached >= atLeast) continue;
    const distance = nearestPlace(asked, sample);
    nearest.set(sample, distance);
    if (reached > 0) why.set(sample, 'too-few');
    else if (distance > asked.reach) why.set(sample, 'too-far');
    else why.set(sample, seenAtAll.has(sample) ? 'beside-picture' : 'hidden');
  }
  return clustersOf(asked.samples, why)
    .map((cluster) => partOf(asked.samples, cluster, { why, nearest }))
    .sort((one, other) => other.area - one.area);
}

function nearestPlace({ samples, places }: Asked, sample: number): number {
  const at = pointOf(samples, sample);
  return places.reduce((least, place) => Math.min(least, distanceBetween(at, place.at)), Infinity);
}

const pointOf = (samples: ZoneSamples, sample: number): Point => ({
  x: samples.x[sample] ?? 0,
  y: samples.y[sample] ?? 0,
});

/** Samples beside each other with the same reason. */
function clustersOf(
  samples: ZoneSamples,
  why: ReadonlyMap<number, WhyUnreached>,
): readonly (readonly number[])[] {
  const left = new Set(why.keys());
  const clusters: number[][] = [];
  for (const first of left) {
    const cluster: number[] = [];
    const waiting = [first];
    left.delete(first);
    for (let sample = waiting.pop(); sample !== undefined; sample = waiting.pop()) {
      cluster.push(sample);
      for (const beside of samples.neighbours(sample))
        if (left.has(beside) && why.get(beside) === why.get(first)) {
          left.delete(beside);
          waiting.push(beside);
        }
    }
    clusters.push(cluster);
  }
  return clusters;
}

function partOf(
  samples: ZoneSamples,
  cluster: readonly number[],
  {
    why,
    nearest,
  }: {
    readonly why: ReadonlyMap<number, WhyUnreached>;
    readonly nearest: ReadonlyMap<number, number>;
  },
): UnreachedPart {
  const points = cluster.map((sample) => pointOf(samples, sample));
  const middle = {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  };
  const [first = 0] = cluster;
  const central = cluster.reduce(
    (best, sample) =>
      distanceBetween(pointOf(samples, sample), middle) < distanceBetween(pointOf(samples, best), middle)
        ? sample
        : best,
    first,
  );
  return {
    why: why.get(first) ?? 'hidden',
    at: pointOf(samples, central),
    area: cluster.reduce((sum, sample) => sum + (samples.weights[sample] ?? 0), 0),
    nearest: nearest.get(central) ?? 0,
  };
}
