import { type LevelProfile, levelProfileOf } from '../../catalogue/level-profiles.ts';
import { bandSector, type FieldOfView, fieldOfViewOf, levelBands } from '../../geometry/camera-footprint.ts';
import type { Sector } from '../../geometry/sector.ts';
import type { IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { isKind, type Plan, settingsOf } from '../../plan/plan.ts';
import type { Derivation } from '../derivation.ts';
import { derive } from '../derive.ts';
import { Layered } from '../layered.ts';

type Camera = RecordOf<'camera'>;

/** The surface on which a camera meets a level and no finer one; `rank` is that of the level, 0 for the finest. */
export type FootprintBand = { readonly rank: number; readonly letter: string; readonly sector: Sector };

/** A camera with the bands that it covers, the finest first. */
type Footprint = { readonly camera: Camera; readonly bands: readonly FootprintBand[] };

type Footprints = {
  readonly settings: RecordOf<'settings'>;
  readonly cameras: Layered<Camera['id'], Footprint>;
};

/** The footprints of the cameras of a floor. */
export const floorFootprints: Derivation<IdOf<'floor'>, Footprints> = {
  name: 'floorFootprints',
  keyText: (floor) => floor,
  inputs: (floor) => [
    { kinds: ['camera'], floor, box: null, ids: null },
    { kinds: ['settings'], floor: null, box: null, ids: null },
  ],
  compute: (given) => {
    const [settings] = given.of('settings');
    if (!settings) throw new Error('The plan has no settings record: it was not checked before use.');
    const profile = levelProfileOf(settings);
    const cameras = new Map(
      given.of('camera').map((camera) => [camera.id, footprint(camera, profile)] as const),
    );
    return { settings, cameras: new Layered(cameras) };
  },
  follow: ({ settings, cameras }, changes) => {
    const profile = levelProfileOf(settings);
    const next = new Map<Camera['id'], Footprint | null>();
    for (const { before, after } of changes.values()) {
      // Another profile has other levels.
      if (after && isKind(after, 'settings')) return null;
      const camera = after ?? before;
      if (camera && isKind(camera, 'camera')) next.set(camera.id, after && footprint(camera, profile));
    }
    return { settings, cameras: cameras.with(next) };
  },
};

const footprint = (camera: Camera, profile: LevelProfile): Footprint => ({
  camera,
  bands: bandsOf(camera, profile),
});

/**
 * The bands in which a camera meets the levels of a plan's profile, the finest first; each begins where the next
 * finer one ends.
 *
 * Flat model; walls and other obstacles do not count. One that is to be removed covers nothing.
 *
 * @param camera one of the plan, or what it is to become
 */
export function footprintBands(plan: Plan, camera: Camera): readonly FootprintBand[] {
  const known = derive(plan, floorFootprints, camera.floor).cameras.get(camera.id);
  return known?.camera === camera ? known.bands : bandsOf(camera, levelProfileOf(settingsOf(plan)));
}

function bandsOf(camera: Camera, profile: LevelProfile): readonly FootprintBand[] {
  if (camera.state === 'removed') return [];
  const { levels } = profile;
  const fieldOfView = allRound(fieldOfViewOf(camera));
  const bands: FootprintBand[] = [];
  let finerFar = 0;
  for (const [rank, { interval }] of levelBands(camera, levels).entries()) {
    const level = levels[rank];
    if (!interval || !level) continue;
    const near = Math.max(interval.near, finerFar);
    const sector = bandSector(camera, fieldOfView, { near, far: interval.far });
    // Nothing is left of what a finer level reaches as far.
    if (!(sector.far > sector.near && sector.width > 0)) continue;
    bands.push({ rank, letter: level.letter, sector });
    finerFar = interval.far;
  }
  return bands;
}

/** A full turn that was stored to a millionth is one: its bands have no seam. */
function allRound(fieldOfView: FieldOfView): FieldOfView {
  const isFull = fieldOfView.horizontal > 2 * Math.PI - 1e-5;
  return isFull ? { ...fieldOfView, horizontal: 2 * Math.PI } : fieldOfView;
}
