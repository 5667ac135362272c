import type { LevelProfile } from '../../../../core/catalogue/level-profiles.ts';
import {
  bandSector,
  type DensityModel,
  type FieldOfView,
  footprintOf,
  levelBands,
  visibleInterval,
} from '../../../../core/geometry/camera-footprint.ts';
import { sectorArea } from '../../../../core/geometry/sector.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';

/**
 * A level as a camera meets it: reach in metres, no farther than what it sees at all, and area in square
 * metres, or null where it meets it nowhere.
 */
export type SightLevel = {
  readonly key: string;
  readonly letter: string;
  readonly name: string;
  readonly reach: number;
  readonly area: number | null;
};

export type CameraSight = {
  readonly fieldOfView: FieldOfView;
  readonly model: DensityModel;
  readonly levels: readonly SightLevel[];
  /** Radius in metres of the ground before the camera that it cannot see; null when it sees nothing. */
  readonly deadZone: number | null;
};

/**
 * What lens, tilt, mounting height and range of a camera make of each other on open flat ground: it sees nothing there,
 * or nothing within its range; levels end within its dead zone; all end where its picture does, and no sooner; or its
 * picture has no far edge. Distances in metres, levels by their letters.
 */
export type SightFault =
  | { readonly type: 'nothing' }
  | { readonly type: 'out-of-range'; readonly near: number; readonly range: number }
  | { readonly type: 'in-dead-zone'; readonly near: number; readonly letters: readonly string[] }
  | { readonly type: 'ends-before'; readonly far: number }
  | { readonly type: 'no-far-edge' };

/** What is worth a look where a camera is given another lens, device, tilt or height; none where all of it fits. */
export function sightFaults(camera: RecordOf<'camera'>, profile: LevelProfile): readonly SightFault[] {
  const picture = visibleInterval(camera);
  if (!picture) return [{ type: 'nothing' }];
  const range = camera.range ?? Number.POSITIVE_INFINITY;
  const { near, far } = picture;
  if (near >= range) return [{ type: 'out-of-range', near, range }];
  const bands = levelBands(camera, profile.levels);
  const letters = bands.flatMap(({ interval }, index) =>
    interval ? [] : [profile.levels[index]?.letter ?? ''],
  );
  const isCutShort = far < range && bands.every(({ reach }) => reach > far);
  return [
    ...(letters.length > 0 ? [{ type: 'in-dead-zone', near, letters } as const] : []),
    ...(isCutShort ? [{ type: 'ends-before', far } as const] : []),
    ...(Math.min(far, range) === Number.POSITIVE_INFINITY ? [{ type: 'no-far-edge' } as const] : []),
  ];
}

/** What a camera sees on open flat ground by the levels of a profile. Walls are not considered. */
export function cameraSight(camera: RecordOf<'camera'>, profile: LevelProfile): CameraSight {
  const { fieldOfView, model, visible } = footprintOf(camera);
  const levels = levelBands(camera, profile.levels).map(({ level, reach, interval }) => {
    const named = profile.levels.find(({ key }) => key === level.key);
    const area = interval ? sectorArea(bandSector(camera, fieldOfView, interval)) : null;
    return {
      key: level.key,
      letter: named?.letter ?? '',
      name: named?.name ?? level.key,
      reach: interval?.far ?? reach,
      area,
    };
  });
  return { fieldOfView, model, levels, deadZone: visible?.near ?? null };
}

/** The field of view with one of its angles given; none given leaves it to lens and sensor again. */
export function withViewAngle(
  camera: RecordOf<'camera'>,
  side: keyof FieldOfView,
  angle: number | null,
): FieldOfView | null {
  return angle === null ? null : { ...footprintOf(camera).fieldOfView, [side]: angle };
}
