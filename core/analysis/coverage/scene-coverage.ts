import Flatbush from 'flatbush';
import type { NamedLevel } from '../../catalogue/level-profiles.ts';
import { type Box, boxesTouch } from '../../geometry/box.ts';
import { perimeterOf } from '../../geometry/polygon.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import type { Result } from '../../result.ts';
import { numberOf, type SceneSolid } from '../scene/sight-scene.ts';
import { type PreparedSight, prepareSight } from '../sight/prepare-sight.ts';
import { type SightRefusal, STANDS_ON } from '../sight/sight-pieces.ts';
import { type CameraCoverage, type CameraResult, cameraCoverage, FARTHEST_SEEN } from './camera-coverage.ts';
import { besideEachOther, coveringOf, type FieldGroup, fieldGroup } from './coverage-field.ts';
import type { CoverageScene, SceneCamera } from './coverage-scene.ts';
import type { LookedOver } from './looked-over.ts';
import { boxOfRings, polygonOfRings } from './ring-clipping.ts';
import { faceStoodIn } from './stood-on.ts';
import {
  blindBands,
  blindGroup,
  type FieldView,
  type NamedBand,
  overlapBands,
  overlapGroup,
} from './view-bands.ts';

/** What the cameras of a floor cover, each by itself and all together, at the levels of the plan's profile. */
export type FloorCoverage = {
  /** Says which levels these are, whatever their keys. */
  readonly profile: string;
  readonly levels: readonly NamedLevel[];
  readonly cameras: ReadonlyMap<IdOf<'camera'>, CameraResult>;
  /** The best level met anywhere, by cameras that overlap each other. */
  readonly field: readonly FieldGroup[];
  /** What the bands of the field are, the strongest first. */
  readonly bands: readonly NamedBand[];
  readonly view: FieldView;
  /** Where blind spots were looked for; null in other views. */
  readonly over: LookedOver['by'] | null;
};

/** So many coverages of cameras are kept, those that were asked for last. */
const MOST_KEPT = 4000;

/**
 * Computes what cameras cover, and keeps it by what it follows from: the camera itself and what stands in its reach. So
 * an edit costs what it touches, and what was there before it is there again after undo.
 */
export class CoverageKeeper {
  #ready: Ready | null = null;
  readonly #kept = new Recent<CameraResult>();
  readonly #groups = new Recent<FieldGroup>();

  /** What the cameras of a scene cover. */
  cover(scene: CoverageScene): FloorCoverage {
    const { profile, levels } = scene;
    const cameras = this.camerasOf(scene);
    const { field, bands } = this.#fieldOf([...cameras.values()], scene);
    return { profile, levels, cameras, field, bands, view: scene.view, over: scene.over?.by ?? null };
  }

  /** The same of each camera by itself. */
  camerasOf(scene: CoverageScene): FloorCoverage['cameras'] {
    const ready = this.preparedFor(scene);
    const asked = `${scene.profile} ${scene.model} ${scene.targetHeight}`;
    const cameras = scene.cameras.map((camera) => {
      const short = `${asked} ${camera.number} ${camera.shift}`;
      const result =
        ready.results.get(short) ??
        this.#kept.get(`${short} ${ready.ownersIn(reachBox(camera.optics)).join()}`, () =>
          ready.sight.ok
            ? covered(scene, camera, { sight: ready.sight.value, piecesIn: ready.piecesIn })
            : { ok: false, error: { reason: 'sight', refusal: ready.sight.error } },
        );
      ready.results.set(short, result);
      return [camera.id, result] as const;
    });
    return new Map(cameras);
  }

  /** Cameras that see the same as before have the same bands together. */
  #fieldOf(results: readonly CameraResult[], scene: CoverageScene): Pick<FloorCoverage, 'field' | 'bands'> {
    const { view, levels, over, solids, targetHeight } = scene;
    const covering = coveringOf(results);
    if (view === 'levels') return { field: this.#groupsOf(covering, view, fieldGroup), bands: levels };
    if (view === 'overlap')
      return { field: this.#groupsOf(covering, view, overlapGroup), bands: overlapBands };
    const bodies = solids
      .filter((solid) => solid.height > targetHeight && !hasRooms(scene, solid))
      .map(({ rings }) => polygonOfRings(rings));
    return { field: [blindGroup(covering, { places: over?.places ?? [], bodies })], bands: blindBands };
  }

  #groupsOf(
    covering: readonly CameraCoverage[],
    view: FieldView,
    make: (group: readonly CameraCoverage[]) => FieldGroup,
  ): readonly FieldGroup[] {
    return besideEachOther(covering).map((group) =>
      this.#groups.get(
        `${view} ${group
          .map(numberOf)
          .sort((one, other) => one - other)
          .join()}`,
        () => make(group),
      ),
    );
  }

  /** What stands there, made ready for views. */
  preparedFor(scene: CoverageScene): Ready {
    const { owners, pieces } = scene;
    if (!this.#ready || !isEqual(this.#ready.owners, owners))
      this.#ready = {
        owners,
        sight: prepareSight(pieces),
        ...byPlace(scene),
        results: new Map(),
      };
    return this.#ready;
  }
}

/** Values by what they follow from, those that were asked for last. */
class Recent<V> {
  readonly #values = new Map<string, V>();

  get(key: string, compute: () => V): V {
    const value = this.#values.get(key) ?? compute();
    // The one asked for last is the last.
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > MOST_KEPT && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }
}

/** What is known of one state of what stands there. */
type Ready = {
  readonly owners: Float64Array;
  readonly sight: Result<PreparedSight, SightRefusal>;
  readonly ownersIn: (box: Box) => readonly number[];
  /** Numbers of the pieces that may be in a box. */
  readonly piecesIn: (box: Box) => readonly number[];
  /** By camera and question. */
  readonly results: Map<string, CameraResult>;
};

function isEqual(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

type Looking = Pick<Ready, 'piecesIn'> & { readonly sight: PreparedSight };

function covered(scene: CoverageScene, camera: SceneCamera, { sight, piecesIn }: Looking): CameraResult {
  const { levels, targetHeight } = scene;
  const box = reachBox(camera.optics);
  const solids = scene.solids.filter(
    ({ height, rings }) =>
      height > targetHeight && height < camera.optics.height && boxesTouch(boxOfRings(rings), box),
  );
  const { within, except } = camera.bounds;
  const { x, y } = camera.optics.at;
  const atLens = piecesIn({
    minX: x - STANDS_ON,
    minY: y - STANDS_ON,
    maxX: x + STANDS_ON,
    maxY: y + STANDS_ON,
  });
  return cameraCoverage(
    {
      optics: camera.optics,
      mount: camera.mount ?? faceStoodIn(scene.pieces, atLens, camera.optics),
      sight,
      within,
      solids: [...solids.map(({ rings }) => polygonOfRings(rings)), ...except],
    },
    { levels, model: scene.model, targetHeight },
  );
}

/** Around all that a camera can see. */
export function reachBox({ at, range }: Pick<SceneCamera['optics'], 'at' | 'range'>): Box {
  const reach = Math.min(range ?? FARTHEST_SEEN, FARTHEST_SEEN);
  return { minX: at.x - reach, minY: at.y - reach, maxX: at.x + reach, maxY: at.y + reach };
}

/** The pieces in a box, and the numbers of what they belong to in ascending order. */
function byPlace({ owners, pieces: { segments } }: CoverageScene): Pick<Ready, 'ownersIn' | 'piecesIn'> {
  if (owners.length === 0) return { ownersIn: () => [], piecesIn: () => [] };
  const index = new Flatbush(owners.length);
  for (let at = 0; at < segments.length; at += 4) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = segments.subarray(at, at + 4);
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  const piecesIn = ({ minX, minY, maxX, maxY }: Box) => index.search(minX, minY, maxX, maxY);
  return {
    piecesIn,
    ownersIn: (box) => {
      const found = new Set(piecesIn(box).map((piece) => owners[piece] ?? 0));
      return [...found].sort((one, other) => one - other);
    },
  };
}

/** Walls that stand for less than this share of the faces of a building leave it a body. */
const ROOMED = 0.5;

/** Whether walls are the faces of a building on this floor: then there are rooms in it, not a body. */
function hasRooms(
  { pieces: { segments, heights }, owners }: CoverageScene,
  { owner, rings }: SceneSolid,
): boolean {
  let standing = 0;
  for (const [piece, each] of owners.entries()) {
    if (each !== owner || (heights[2 * piece] ?? 0) > 0) continue;
    const [ax = 0, ay = 0, bx = 0, by = 0] = segments.subarray(4 * piece, 4 * piece + 4);
    standing += Math.hypot(bx - ax, by - ay);
  }
  return standing < ROOMED * perimeterOf(polygonOfRings(rings).ring);
}
