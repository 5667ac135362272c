import { levelProfiles } from '../../../../core/catalogue/levels.ts';
import {
  bandSector,
  type DensityModel,
  type FieldOfView,
  footprintOf,
  levelBands,
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

/** What a camera sees on open flat ground by the levels of a profile. Walls are not considered. */
export function cameraSight(
  camera: RecordOf<'camera'>,
  profile: RecordOf<'settings'>['levelProfile'],
): CameraSight {
  const { fieldOfView, model, visible } = footprintOf(camera);
  const levels = levelBands(camera, levelProfiles[profile].levels).map(({ level, reach, interval }) => {
    const named = levelProfiles[profile].levels.find(({ key }) => key === level.key);
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
