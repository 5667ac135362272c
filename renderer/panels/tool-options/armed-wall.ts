import { type WallTypeFields, wallTypeOf, wallTypes } from '../../../core/catalogue/wall-types.ts';
import { planKinds, type RecordOf } from '../../../core/plan/kinds/index.ts';
import type { ArmedRecords } from '../../editor/view.ts';

/** What the next wall will be, besides where it lies. */
export type ArmedWall = WallTypeFields & Pick<RecordOf<'wall'>, 'alignment'>;

/** The next wall: the defaults of the plan where nothing was chosen. */
export function armedWall({ wall = {} }: ArmedRecords): ArmedWall {
  const { thickness, height, material, alignment } = { ...planKinds.wall.defaults, ...wall };
  return { thickness, height, material, alignment };
}

/** The key of the type that the next wall is of; null when its values are of no type. */
export const armedTypeKey = (wall: ArmedWall): string | null => wallTypeOf(wall)?.key ?? null;

/** The next wall once a type is chosen: the side of its body stays. */
export function withType(wall: ArmedWall, key: string): ArmedWall {
  const type = wallTypes.find((each) => each.key === key);
  return type ? { ...wall, ...type.fields } : wall;
}
