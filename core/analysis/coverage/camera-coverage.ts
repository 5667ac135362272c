import type { Level } from '../../geometry/camera-footprint.ts';
import { angleOf, distanceBetween, type Point } from '../../geometry/point.ts';
import { isInPolygon, type Polygon } from '../../geometry/polygon.ts';
import { ok, type Result } from '../../result.ts';
import { normaliseAngle } from '../../units.ts';
import { type CameraOptics, type CountedViews, countedViews } from '../image/counted-views.ts';
import type { DensityModel } from '../image/density-models.ts';
import type { OpticsFlaw } from '../image/optics.ts';
import { edgesOnAxis, levelRegion, pictureOnPlane } from '../image/plane-region.ts';
import type { View } from '../image/view.ts';
import type { SightSector } from '../sight/first-windows.ts';
import type { PreparedSight } from '../sight/prepare-sight.ts';
import type { Rings } from '../sight/rings.ts';
import type { SightRefusal } from '../sight/sight-pieces.ts';
import { type VisibleRegion, visibleRegion } from '../sight/visible-region.ts';
import {
  inBoth,
  noSteps,
  ringsOfSteps,
  type Steps,
  stepsOfPolygon,
  stepsOfRings,
  united,
  without,
} from './ring-clipping.ts';

/** A surface: its rings, outer ones anticlockwise, and m²; null where it goes on beyond `FARTHEST_SEEN`. */
export type Surface = { readonly rings: Rings; readonly area: number | null };

/** Where a camera meets a level or a finer one. */
export type LevelSurface = Surface & { readonly key: string };

/** What one camera sees of the plane of the target. */
export type CameraCoverage = Pick<CountedViews, 'countedAs' | 'leftOut'> & {
  readonly model: DensityModel;
  /** At any density, within its range. */
  readonly visible: Surface;
  /** In the order of the levels that were asked for. */
  readonly levels: readonly LevelSurface[];
  /** Metres along the ground under the axis, whatever hides; of several views the nearest and the farthest. */
  readonly near: number | null;
  readonly far: number | null;
};

/** What is to be known of the view of a camera. */
export type CoverageQuestion = {
  readonly levels: readonly Level[];
  /** Null for the model of the camera. */
  readonly model: DensityModel | null;
  /** Metres above the floor. */
  readonly targetHeight: number;
};

/** A camera where it looks from, and what it looks over. */
export type LookingCamera = {
  readonly optics: CameraOptics;
  /** Radians: where the face looks to that it is mounted on; null for none. */
  readonly mount: number | null;
  readonly sight: PreparedSight;
  /** Bodies lower than the camera and higher than the target: faces do not hide what lies within, seen from above. */
  readonly solids: readonly Polygon[];
  /** What is seen lies in these; null for anywhere. */
  readonly within: readonly Polygon[] | null;
};

export type CoverageRefusal =
  | { readonly reason: 'flaw'; readonly flaw: OpticsFlaw }
  | { readonly reason: 'sight'; readonly refusal: SightRefusal };

/** What a camera covers, or why that is not known. */
export type CameraResult = Result<CameraCoverage, CoverageRefusal>;

/** Farther away a surface is not followed, metres: it is said to go on. */
export const FARTHEST_SEEN = 2000;

/**
 * What a camera sees of the plane at the target height, and at which levels: its pictures, less what walls, fences and
 * bodies hide, at a density of at least the level; behind mesh the density is that of what remains of the detail.
 *
 * Rings are exact to a tenth of a millimetre, curves to a millimetre.
 */
export function cameraCoverage(
  camera: LookingCamera,
  { levels, model: wanted, targetHeight }: CoverageQuestion,
): Result<CameraCoverage, CoverageRefusal> {
  const { optics } = camera;
  const counted = countedViews(optics);
  if (!counted.ok) return { ok: false, error: { reason: 'flaw', flaw: counted.error } };
  const { views, countedAs, leftOut } = counted.value;
  const model = wanted ?? counted.value.model;
  const seen: Seen[] = [];
  for (const { view } of views) {
    const parts = seenBy(view, camera, targetHeight);
    if (!parts.ok) return { ok: false, error: { reason: 'sight', refusal: parts.error } };
    seen.push({ view, parts: parts.value });
  }
  const range = reachOf(optics);
  const picture = (view: View) => pictureOnPlane(view, targetHeight, range).polygon;
  const visible = surfaceOf(seen, optics, ({ view }) => picture(view));
  return ok({
    countedAs,
    leftOut,
    model,
    visible,
    levels: levels.map(({ key, pixelsPerMetre }) => ({
      key,
      ...surfaceOf(
        seen,
        optics,
        ({ view }, share) => levelRegion(view, pixelsPerMetre / share, targetHeight, model, range).polygon,
      ),
    })),
    ...edgesOf(views, targetHeight),
  });
}

/** A view of the camera, and what is seen in it: each part with the share of detail that remains. */
type Seen = { readonly view: View; readonly parts: readonly SeenPart[] };
type SeenPart = { readonly share: number; readonly steps: Steps };

const reachOf = ({ range }: CameraOptics): number => Math.min(range ?? FARTHEST_SEEN, FARTHEST_SEEN);

function seenBy(
  view: View,
  { optics, mount, sight, solids, within }: LookingCamera,
  targetHeight: number,
): Result<readonly SeenPart[], SightRefusal> {
  const { polygon } = pictureOnPlane(view, targetHeight, reachOf(optics));
  if (!polygon) return ok([]);
  const region = visibleRegion(sight, {
    eye: optics.at,
    height: optics.height,
    targetHeight,
    mount,
    // A little more: the picture itself says where it ends.
    range: 0.1 + Math.max(...polygon.ring.map((point) => distanceBetween(optics.at, point))),
    sector: sectorOf(polygon, optics.at, view.direction),
  });
  if (!region.ok) return region;
  const bodies = united(
    solids.map((solid) => stepsOfPolygon(solid, optics.at)),
    optics.at,
  );
  const place =
    within &&
    united(
      within.map((each) => stepsOfPolygon(each, optics.at)),
      optics.at,
    );
  return ok(
    partsOf(region.value).map(({ share, rings }) => {
      const steps = without(stepsOfRings(rings, optics.at), bodies);
      return { share, steps: place ? inBoth(steps, place) : steps };
    }),
  );
}

const partsOf = ({
  clear,
  dimmed,
}: VisibleRegion): readonly { readonly share: number; readonly rings: Rings }[] =>
  [clear, ...dimmed].map(({ percent, rings }) => ({ share: percent / 100, rings }));

/** The sector in which a picture lies; null where it goes round the eye. */
function sectorOf(polygon: Polygon, eye: Point, direction: number): SightSector | null {
  if (isInPolygon(eye, polygon) || polygon.holes.length > 0) return null;
  let widest = 0;
  for (const point of polygon.ring) {
    if (distanceBetween(eye, point) < NEAR_EYE) continue;
    widest = Math.max(widest, Math.abs(normaliseAngle(angleOf(eye, point) - direction)));
  }
  return widest > WIDEST ? null : { direction, width: 2 * widest + SPARE };
}

/** A corner of a picture at the eye itself lies in no direction, metres. */
const NEAR_EYE = 1e-6;
/** Wider, and the two sides might not be told apart: all round is looked at. */
const WIDEST = Math.PI / 2;
const SPARE = 1e-6;

function surfaceOf(
  seen: readonly Seen[],
  { at, range }: CameraOptics,
  pictured: (seen: Seen, share: number) => Polygon | null,
): Surface {
  const parts = seen.flatMap((each) =>
    each.parts.map(({ share, steps }) => {
      const polygon = pictured(each, share);
      return polygon ? inBoth(steps, stepsOfPolygon(polygon, at)) : noSteps(at);
    }),
  );
  const { rings, area } = ringsOfSteps(united(parts, at));
  const isCut = (range ?? Number.POSITIVE_INFINITY) > FARTHEST_SEEN;
  return { rings, area: isCut && reachesEnd(rings, at) ? null : area };
}

function reachesEnd({ coordinates }: Rings, at: Point): boolean {
  for (let index = 0; index < coordinates.length; index += 2) {
    const corner = { x: coordinates[index] ?? 0, y: coordinates[index + 1] ?? 0 };
    if (distanceBetween(at, corner) > FARTHEST_SEEN - 1) return true;
  }
  return false;
}

function edgesOf(
  views: CountedViews['views'],
  targetHeight: number,
): { near: number | null; far: number | null } {
  const edges = views.flatMap(({ view }) => edgesOnAxis(view, targetHeight) ?? []);
  if (edges.length === 0) return { near: null, far: null };
  const far = Math.max(...edges.map((edge) => edge.far));
  return { near: Math.min(...edges.map((edge) => edge.near)), far: Number.isFinite(far) ? far : null };
}
