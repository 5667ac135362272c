import { levelProfileOf, type NamedLevel } from '../../catalogue/level-profiles.ts';
import type { Given, Inputs } from '../../derive/derivation.ts';
import type { IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { isInStateView } from '../../plan/parts/state-view.ts';
import type { DensityModel } from '../image/density-models.ts';
import type { SeenStates } from '../scene/floor-standing.ts';
import { numberOf, type SightScene, sightScene } from '../scene/sight-scene.ts';
import { sightInputs, sightStanding } from '../scene/sight-standing.ts';
import { mountedPlace, opticsOf } from './camera-mounting.ts';
import { type Bounds, boundsOfFloor, type SeenCamera } from './floor-bounds.ts';
import { type LookedOver, lookedOver, lookedOverInputs } from './looked-over.ts';
import type { FieldView } from './view-bands.ts';

type Camera = RecordOf<'camera'>;

/** Which coverage of a floor is meant; the height of what is to be seen in metres above the floor. */
export type CoverageKey = {
  readonly floor: IdOf<'floor'>;
  readonly states: SeenStates;
  readonly targetHeight: number;
  /** Cameras on these layers do not count, though they stand there; none left out unless given. */
  readonly withoutLayers?: readonly IdOf<'layer'>[];
  /** What the field of all of them is; the best level met unless given. */
  readonly view?: FieldView;
  /** The one camera that counts; all unless given. */
  readonly only?: IdOf<'camera'> | null;
  /** By which light it is to be shown: what is computed is by day, whoever shows it must say so. */
  readonly light?: 'day' | 'night';
};

/** A camera of a scene, where it looks from. */
export type SceneCamera = {
  readonly id: Camera['id'];
  /** For its content: another number is another camera, or the same one otherwise. */
  readonly number: number;
  readonly optics: ReturnType<typeof opticsOf>;
  /** Radians: where the face looks to that it is mounted on; null for none. */
  readonly mount: number | null;
  /** How much higher its own floor lies than the one that is looked at, metres; it is in the height of the optics. */
  readonly shift: number;
  readonly bounds: Bounds;
};

/** All that the coverage of a floor is computed from, as numbers. */
export type CoverageScene = SightScene & {
  readonly cameras: readonly SceneCamera[];
  /** Says which levels these are, whatever their keys. */
  readonly profile: string;
  readonly levels: readonly NamedLevel[];
  readonly targetHeight: number;
  /** Null for the model of each camera. */
  readonly model: DensityModel | null;
  readonly view: FieldView;
  /** Where blind spots are looked for; null where they are not asked for. */
  readonly over: LookedOver | null;
};

/** What the coverage of a floor follows from. */
export function coverageInputs(): readonly Inputs[] {
  return [
    ...sightInputs,
    lookedOverInputs,
    { kinds: ['camera', 'settings'], floor: null, box: null, ids: null },
  ];
}

/** Gathers a scene; O(records of the floor), without what an edit did not touch being made again. */
export function coverageScene(given: Given, key: CoverageKey): CoverageScene {
  const { floor, states, targetHeight } = key;
  const withoutLayers = new Set(key.withoutLayers);
  const [settings] = given.of('settings');
  if (!settings) throw new Error('The plan has no settings record: it was not checked before use.');
  const cameras = given
    .of('camera')
    .filter(({ state, layer }) => isInStateView(state, states) && !withoutLayers.has(layer))
    .filter(({ id }) => (key.only ?? id) === id);
  const boundsOf = boundsOfFloor(given, { floor, states });
  const hosts = hostsOf(given, cameras, states);
  return {
    ...sightScene(given.from(sightStanding, { floor, states }), 'light', settings.meshShare),
    cameras: cameras.flatMap((camera) => {
      const seen = boundsOf(camera);
      return seen ? [sceneCamera(camera, hosts.get(camera.mountedOn), seen)] : [];
    }),
    ...askedOf(settings),
    targetHeight,
    view: key.view ?? 'levels',
    over: key.view === 'blind-spots' ? lookedOver(given, { floor, states }) : null,
  };
}

/** The levels that a plan is looked at by, and its model. */
export function askedOf(settings: RecordOf<'settings'>): Pick<CoverageScene, 'profile' | 'levels' | 'model'> {
  const { levels } = levelProfileOf(settings);
  const profile = levels.map(({ key, pixelsPerMetre }) => `${key}:${pixelsPerMetre}`).join();
  return { profile, levels, model: settings.densityModel };
}

/** A camera where it looks from, by what it is mounted on as far as that is there, and what bounds its view. */
export function sceneCamera(
  camera: Camera,
  host: Host | undefined,
  { shift, bounds }: SeenCamera,
): SceneCamera {
  const { at, mount } = mountedPlace(camera, host);
  const optics = opticsOf(camera, at);
  return {
    id: camera.id,
    number: numberOf(camera),
    optics: { ...optics, height: optics.height + shift },
    mount,
    shift,
    bounds,
  };
}

type Host = RecordOf<'wall'> | RecordOf<'building'> | RecordOf<'obstacle'>;

/** What cameras are mounted on, as far as it is there. */
function hostsOf(given: Given, cameras: readonly Camera[], states: SeenStates) {
  const named = new Set<string | null>(cameras.map(({ mountedOn }) => mountedOn));
  const hosts = new Map<string | null, Host>();
  for (const kind of ['wall', 'building', 'obstacle'] as const)
    for (const record of given.of(kind))
      if (named.has(record.id) && isInStateView(record.state, states)) hosts.set(record.id, record);
  return hosts;
}
