import type { Point } from '../../geometry/point.ts';
import type { Polygon } from '../../geometry/polygon.ts';
import type { CameraCoverage } from './camera-coverage.ts';
import { bandOfRegions, type FieldBand, type FieldGroup } from './coverage-field.ts';
import {
  inBoth,
  noSteps,
  regionsWithout,
  type Steps,
  stepsOfPolygon,
  stepsOfRings,
  united,
} from './ring-clipping.ts';

/** What is laid over a plan: the best level met, how many cameras see a place, or where none does. */
export type FieldView = 'levels' | 'overlap' | 'blind-spots';

/** How a band is called and what stands in it. */
export type NamedBand = { readonly key: string; readonly letter: string; readonly name: string };

/** By how many cameras a place is seen, most first; more than three are three or more. */
export const overlapBands: readonly NamedBand[] = [
  { key: '3', letter: '3+', name: 'Seen by three cameras or more' },
  { key: '2', letter: '2', name: 'Seen by two cameras' },
  { key: '1', letter: '1', name: 'Seen by one camera' },
];

/** Where no camera sees. */
export const blindBands: readonly NamedBand[] = [{ key: 'blind', letter: '–', name: 'Seen by no camera' }];

/** Where a camera meets the coarsest level: what it sees, in the sense of these views. */
const seenBy = ({ levels }: CameraCoverage, around: Point): Steps => {
  const coarsest = levels.at(-1);
  return coarsest ? stepsOfRings(coarsest.rings, around) : noSteps(around);
};

const firstCorner = (cameras: readonly CameraCoverage[]): Point => {
  const [x = 0, y = 0] =
    cameras.flatMap(({ levels }) => levels.at(-1) ?? []).find(({ rings }) => rings.ends.length > 0)?.rings
      .coordinates ?? [];
  return { x, y };
};

/** Where cameras that overlap each other see, by one, by two, and by three or more, each without what is seen by more. */
export function overlapGroup(cameras: readonly CameraCoverage[]): FieldGroup {
  const around = firstCorner(cameras);
  const counted = countedTogether(
    cameras.map((camera) => seenBy(camera, around)),
    around,
  );
  let more: Steps | null = null;
  return overlapBands.map(({ key }, rank): FieldBand => {
    const all = counted[overlapBands.length - 1 - rank] ?? noSteps(around);
    const regions = regionsWithout(all, more);
    more = all;
    return bandOfRegions(key, all.around, regions);
  });
}

/** Where one, two, three or more see: of two halves each, put together, so that surfaces stay small for long. */
function countedTogether(surfaces: readonly Steps[], around: Point): readonly Steps[] {
  const most = overlapBands.length;
  if (surfaces.length <= 1)
    return Array.from({ length: most }, (_, index) => (index === 0 && surfaces[0]) || noSteps(around));
  const half = Math.ceil(surfaces.length / 2);
  const one = countedTogether(surfaces.slice(0, half), around);
  const other = countedTogether(surfaces.slice(half), around);
  return Array.from({ length: most }, (_, index) => {
    const parts = [one[index], other[index]];
    for (let of = 0; of < index; of++) {
      const [a, b] = [one[of], other[index - 1 - of]];
      if (a && b && a.paths.length > 0 && b.paths.length > 0) parts.push(inBoth(a, b));
    }
    return united(
      parts.filter((part) => part !== undefined),
      around,
    );
  });
}

/** Where no camera meets the coarsest level, of places less what stands on them. */
export function blindGroup(
  cameras: readonly CameraCoverage[],
  { places, bodies }: { readonly places: readonly Polygon[]; readonly bodies: readonly Polygon[] },
): FieldGroup {
  const [around = { x: 0, y: 0 }] = places[0]?.ring ?? [];
  const whole = united(
    places.map((place) => stepsOfPolygon(place, around)),
    around,
  );
  const taken = united(
    [
      ...bodies.map((body) => stepsOfPolygon(body, around)),
      ...cameras.map((camera) => seenBy(camera, around)),
    ],
    around,
  );
  const regions = whole.paths.length === 0 ? [] : regionsWithout(whole, taken);
  return [bandOfRegions('blind', noSteps(around).around, regions)];
}
