import type { Box } from '../../geometry/box.ts';
import { boxOf } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { isSelfCrossing } from '../../geometry/polygon.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import { remainder } from '../coverage/remainder.ts';
import {
  inBoth,
  noSteps,
  ringsOfSteps,
  type Steps,
  stepsOfPolygon,
  united,
} from '../coverage/ring-clipping.ts';
import type { Rings } from '../sight/rings.ts';
import { isInRings } from './rings-places.ts';
import { farthestPlace, leastPlace } from './worst-place.ts';
import type { SceneZone } from './zone-scene.ts';

/** Rings and their area, m². */
export type Region = { readonly rings: Rings; readonly area: number };

/** What one camera gives to a zone, around a place of it. */
export type ZoneCamera = {
  readonly id: IdOf<'camera'>;
  /** Where it meets the level, in the zone or beyond it. */
  readonly steps: Steps;
  /** px/m at a place that it sees. */
  readonly densityAt: (place: Point) => number;
};

/** The place to look at first: not covered and farthest from what is, or covered with the least density. */
export type WorstPlace =
  | { readonly reason: 'uncovered'; readonly at: Point }
  | { readonly reason: 'least-density'; readonly at: Point; readonly pixelsPerMetre: number };

/** How a zone is covered by one light; shares in per cent of its open surface. */
export type ZoneCoverage = {
  readonly percent: number;
  readonly isMet: boolean;
  readonly covered: Region;
  readonly uncovered: Region;
  /** Seen by two cameras or more. */
  readonly overlap: Region;
  /** Null for a zone without an open surface. */
  readonly worst: WorstPlace | null;
  /** What each camera covers by itself, the largest share first; those that cover nothing are left out. */
  readonly cameras: readonly { readonly id: IdOf<'camera'>; readonly percent: number }[];
  /** What is left without each of these. */
  readonly without: readonly { readonly id: IdOf<'camera'>; readonly percent: number }[];
};

/** Why a zone has no answer. */
export type ZoneRefusal = 'crosses-itself' | 'nothing-open' | 'no-such-level';

/** The open surface of a zone: less walls, obstacles and buildings, but for the one that it lies in. */
export type OpenZone = {
  readonly steps: Steps;
  readonly region: Region;
  readonly box: Box;
};

/** The open surface of a zone, or why there is none. */
export function openZone({ ring, bodies }: Pick<SceneZone, 'ring' | 'bodies'>): OpenZone | ZoneRefusal {
  const box = boxOf(ring);
  const [around] = ring;
  if (!box || !around) return 'nothing-open';
  if (isSelfCrossing(ring)) return 'crosses-itself';
  const whole = stepsOfPolygon({ ring, holes: [] }, around);
  const taken = united(
    bodies.map((body) => stepsOfPolygon(body, around)),
    around,
  );
  const steps = remainder(whole, taken);
  const region = ringsOfSteps(steps);
  return region.area > 0 ? { steps, region, box } : 'nothing-open';
}

/** How cameras cover the open surface of a zone together, and what each of them gives. */
export function zoneCoverage(
  { steps: open, region }: OpenZone,
  { minimumPercent, minimumCameras }: Pick<SceneZone, 'minimumPercent' | 'minimumCameras'>,
  cameras: readonly ZoneCamera[],
): ZoneCoverage {
  const { around } = open;
  const percentOf = (area: number) => Math.min((100 * area) / region.area, 100);
  const serving = cameras
    .map((camera) => ({ ...camera, steps: inBoth(camera.steps, open) }))
    .map((camera) => ({ ...camera, area: ringsOfSteps(camera.steps).area }))
    .filter(({ area }) => area > 0)
    .sort((one, other) => other.area - one.area);
  const surfaces = serving.map(({ steps }) => steps);
  const seen = seenBy(surfaces, Math.max(minimumCameras, 2), open);
  const coveredSteps = seen[minimumCameras - 1] ?? noSteps(around);
  const covered = ringsOfSteps(coveredSteps);
  const uncovered = ringsOfSteps(remainder(open, coveredSteps));
  const percent = percentOf(covered.area);
  const ofOthers = (index: number) =>
    seenBy(surfaces.toSpliced(index, 1), minimumCameras, open)[minimumCameras - 1];
  return {
    percent,
    isMet: percent >= minimumPercent - NO_PERCENT,
    covered,
    uncovered,
    overlap: ringsOfSteps(seen[1] ?? noSteps(around)),
    worst: worstOf({ region, covered, uncovered }, serving, minimumCameras),
    cameras: serving.map(({ id, area }) => ({ id, percent: percentOf(area) })),
    without: serving.map(({ id }, index) => ({
      id,
      percent: percentOf(ringsOfSteps(ofOthers(index) ?? noSteps(around)).area),
    })),
  };
}

/** A share that is missing is none where it is only rounding: a tenth of a millimetre along the edge of a zone. */
const NO_PERCENT = 1e-3;

/** Where on a surface one, two … cameras see: each list within the one before it. */
function seenBy(surfaces: readonly Steps[], most: number, { around }: Steps): readonly Steps[] {
  if (most === 1) return [united(surfaces, around)];
  const seen: Steps[] = Array.from({ length: most }, () => noSteps(around));
  for (const surface of surfaces)
    for (let count = most - 1; count >= 0; count -= 1) {
      const more = count === 0 ? surface : inBoth(seen[count - 1] ?? surface, surface);
      seen[count] = united([seen[count] ?? more, more], around);
    }
  return seen;
}

type Regions = Readonly<Record<'region' | 'covered' | 'uncovered', Region>>;

function worstOf(
  { region, covered, uncovered }: Regions,
  cameras: readonly ZoneCamera[],
  least: number,
): WorstPlace | null {
  const hole = uncovered.area > 0 ? farthestPlace(uncovered.rings, covered.rings) : null;
  if (hole) return { reason: 'uncovered', at: hole };
  const surfaces = cameras.map(({ steps, densityAt }) => ({ rings: ringsOfSteps(steps).rings, densityAt }));
  const densityAt = (place: Point): number => {
    const densities = surfaces
      .filter(({ rings }) => isInRings(place, rings))
      .map((camera) => camera.densityAt(place));
    // On the edge between two cameras rounding may leave a corner to neither.
    return densities.length < least
      ? Number.POSITIVE_INFINITY
      : (densities.sort((a, b) => b - a)[least - 1] ?? 0);
  };
  const at = leastPlace(region.rings, densityAt);
  return at && { reason: 'least-density', at, pixelsPerMetre: densityAt(at) };
}
