import { elevationsOf } from '../image/elevations.ts';
import type { PicturePlace } from '../image/picture-place.ts';
import { dot3, type PanoramaView, type Place } from '../image/view.ts';
import { between3, keptOfLine, keptOfRing, type Projection } from './space.ts';

/** A straight line is bent in a panorama: between corners so far from each other, radians, it is taken as straight. */
const STEP = Math.PI / 90;
/** So near to being above or below the lens a place has no direction, metres. */
const AT_POLE = 1e-9;
const QUARTER = Math.PI / 2;

/** A direction: from the camera's own to the left, and below the horizontal, radians. */
type Aim = { readonly azimuth: number; readonly below: number };

/*  Seen from the lens, the plan is cut into its four quarters: within one, directions do not jump, and no surface goes
 *  around the point beneath the lens.  */
type Quarter = {
  readonly sides: readonly ((place: Place) => number)[];
  readonly least: number;
  readonly most: number;
};
const ahead = ({ x }: Place) => x;
const back = ({ x }: Place) => -x;
const left = ({ y }: Place) => y;
const right = ({ y }: Place) => -y;
const quarters: readonly Quarter[] = [
  { sides: [ahead, left], least: 0, most: QUARTER },
  { sides: [back, left], least: QUARTER, most: Math.PI },
  { sides: [back, right], least: -Math.PI, most: -QUARTER },
  { sides: [ahead, right], least: -QUARTER, most: 0 },
];

/**
 * The picture of a panorama: columns are even steps of direction, rows even steps of the angle below the horizontal.
 * What goes on over the point beneath or above the lens has what lies behind there, as `placesInPanorama` names it.
 */
export function panoramaProjection(view: PanoramaView): Projection {
  const { from, to } = elevationsOf(view);
  const half = view.fieldOfView.horizontal / 2;
  const edges: readonly ((aim: Aim) => number)[] = [
    ({ azimuth }) => half - azimuth,
    ({ azimuth }) => half + azimuth,
    ({ below }) => below - from,
    ({ below }) => to - below,
  ];
  const placed = ({ azimuth, below }: Aim): PicturePlace => ({
    left: view.widthPx * (0.5 - azimuth / (2 * half)),
    top: (view.heightPx * (below - from)) / (to - from),
  });
  const namesOf = (aims: readonly Aim[], quarter: Quarter) => {
    const turn = quarter.least >= 0 ? -Math.PI : Math.PI;
    const overPole = (sign: number) =>
      aims.map(({ azimuth, below }) => ({ azimuth: azimuth + turn, below: sign * Math.PI - below }));
    return [aims, ...(to > QUARTER ? [overPole(1)] : []), ...(from < -QUARTER ? [overPole(-1)] : [])];
  };
  const fromLens = ({ x, y, z }: Place): Place => ({ x, y, z: z - view.height });
  return {
    surface: (rings) =>
      rings.flatMap((ring) =>
        quarters.flatMap((quarter) => {
          let part: readonly Place[] = ring.map(fromLens);
          for (const side of quarter.sides) part = keptOfRing(part, side, between3);
          if (part.length < 3) return [];
          return namesOf(aimsOf([...part, ...part.slice(0, 1)], quarter), quarter).flatMap((name) => {
            let kept: readonly Aim[] = name;
            for (const edge of edges) kept = keptOfRing(kept, edge, betweenAims);
            return kept.length < 3 ? [] : [kept.map(placed)];
          });
        }),
      ),
    mayShow: () => true,
    line: (start, end) =>
      quarters.flatMap((quarter) => {
        let part: readonly [Place, Place] | null = [fromLens(start), fromLens(end)];
        for (const side of quarter.sides) part = part && keptOfLine(part, side, between3);
        if (!part) return [];
        return namesOf(aimsOf(part, quarter), quarter).flatMap((name) =>
          runsWithin(name, edges).map((run) => run.map(placed)),
        );
      }),
  };
}

const betweenAims = (a: Aim, b: Aim, t: number): Aim => ({
  azimuth: a.azimuth + (b.azimuth - a.azimuth) * t,
  below: a.below + (b.below - a.below) * t,
});

/** The directions along a line through places in a quarter, close enough to each other to be joined. */
function aimsOf(places: readonly Place[], { least, most }: Quarter): readonly Aim[] {
  const close = places.flatMap((place, index) => {
    const next = places[index + 1];
    return next ? [place, ...steps(place, next)] : [place];
  });
  const azimuths = close.map(({ x, y }) =>
    Math.hypot(x, y) < AT_POLE ? null : within(Math.atan2(y, x), least, most),
  );
  return close.flatMap(({ x, y, z }, index) => {
    const below = Math.atan2(-z, Math.hypot(x, y));
    const own = azimuths[index];
    if (own !== null && own !== undefined) return [{ azimuth: own, below }];
    // Above and below the lens all directions are one: from that of the place before to that of the next.
    return [azimuths[index - 1], azimuths[index + 1]].flatMap((azimuth) =>
      azimuth === null || azimuth === undefined ? [] : [{ azimuth, below }],
    );
  });
}

/** Half a turn to the back has two signs. */
function within(azimuth: number, least: number, most: number): number {
  const turned =
    azimuth > most + 1 ? azimuth - 2 * Math.PI : azimuth < least - 1 ? azimuth + 2 * Math.PI : azimuth;
  return Math.min(Math.max(turned, least), most);
}

/** Places between two at even angles as the lens sees them. */
function steps(a: Place, b: Place): readonly Place[] {
  const [near, far] = [Math.hypot(a.x, a.y, a.z), Math.hypot(b.x, b.y, b.z)];
  if (near === 0 || far === 0) return [];
  const angle = Math.acos(Math.min(Math.max(dot3(a, b) / (near * far), -1), 1));
  const count = Math.ceil(angle / STEP) - 1;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const part = ((index + 1) * angle) / (count + 1);
    const here = near * Math.sin(part);
    return between3(a, b, here / (here + far * Math.sin(angle - part)));
  });
}

/** The parts of a line of directions that lie within the edges of a picture. */
function runsWithin(
  aims: readonly Aim[],
  edges: readonly ((aim: Aim) => number)[],
): readonly (readonly Aim[])[] {
  const runs: Aim[][] = [];
  for (const [index, end] of aims.entries()) {
    const start = aims[index - 1];
    if (!start) continue;
    let kept: readonly [Aim, Aim] | null = [start, end];
    for (const edge of edges) kept = kept && keptOfLine(kept, edge, betweenAims);
    if (!kept) continue;
    const last = runs.at(-1);
    if (last?.at(-1) === kept[0]) last.push(kept[1]);
    else runs.push([...kept]);
  }
  return runs;
}
