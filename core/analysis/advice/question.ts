import type { Point } from '../../geometry/point.ts';
import { isInPolygon, type Polygon } from '../../geometry/polygon.ts';
import type { Bounds } from '../coverage/floor-bounds.ts';
import type { CameraOptics } from '../image/counted-views.ts';
import type { DensityModel } from '../image/density-models.ts';
import type { SightScene } from '../scene/sight-scene.ts';
import type { Rings } from '../sight/rings.ts';
import type { SightRefusal } from '../sight/sight-pieces.ts';

/** Lens and sensor of the cameras that are to be placed, and at which tilts they may look, radians. */
export type AdviceLens = Omit<CameraOptics, 'at' | 'direction' | 'tilt' | 'height'> & {
  readonly tilts: readonly number[];
};

/** A camera that is there already: where it looks from, and where the face looks to that it is mounted on. */
export type PresentCamera = {
  readonly optics: CameraOptics;
  readonly mount: number | null;
  readonly bounds: Bounds;
};

/**
 * A line of places. Of a face the outside is on its right, and a camera on it looks away from the face; on any other
 * line, and at a single point, it may look anywhere.
 */
export type PlaceLine = {
  readonly on: 'wall' | 'pole' | 'line';
  readonly points: readonly Point[];
  /** The last point is joined to the first one. */
  readonly closed: boolean;
};

/** Where cameras may be placed: on lines, and where that is not null anywhere in a surface. */
export type AllowedPlaces = { readonly lines: readonly PlaceLine[]; readonly free: Rings | null };

/** What is asked: everything in plan metres and radians, flat enough to be handed to a worker. */
export type AdviceQuestion = {
  readonly scene: SightScene;
  /** What bounds the view of a camera that stands in one of them: buildings, for a floor in them; none outdoors. */
  readonly buildings: readonly Polygon[];
  /** What is to be covered, without the bodies in it. */
  readonly zone: Rings;
  readonly pixelsPerMetre: number;
  /** Metres above the floor, as is the height of the lens. */
  readonly targetHeight: number;
  readonly height: number;
  /** Null for the model of the camera. */
  readonly model: DensityModel | null;
  /** So many cameras must cover each place, from 1. */
  readonly atLeast: number;
  /** Null for a guard: it sees all round, as far as nothing hides. */
  readonly lens: AdviceLens | null;
  readonly present: readonly PresentCamera[];
  readonly places: AllowedPlaces;
  /** Ends at this share of the zone, 0 to 100 % … */
  readonly percent: number;
  /** … or with so many cameras, whichever comes first. */
  readonly most: number;
};

/** What bounds the view from a place. */
export function boundsAt({ buildings }: Pick<AdviceQuestion, 'buildings'>, at: Point): Bounds {
  const own = buildings.filter((building) => isInPolygon(at, building));
  return { within: own.length > 0 ? own : null, except: [] };
}

/** Why nothing could be advised. */
export type AdviceRefusal =
  /** The zone is no surface, or lies wholly in walls and bodies. */
  | { readonly reason: 'no-surface' }
  /** There is nowhere to place a camera near enough to the zone. */
  | { readonly reason: 'no-places' }
  /** A figure of the camera that no camera can have, as a sentence. */
  | { readonly reason: 'flaw'; readonly message: string }
  /** The camera has the level nowhere on the plane of the target, however it is tilted. */
  | { readonly reason: 'never-meets' }
  | { readonly reason: 'sight'; readonly refusal: SightRefusal };

/** So many cameras are proposed at most. */
export const MOST_CAMERAS = 40;

/** Full cover: less than a ten-thousandth is what whole numbers round off along edges. */
export const FULL_PERCENT = 99.99;
