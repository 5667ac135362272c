import type { RecordOf } from '../plan/kinds/index.ts';

/** What a type of wall decides of a new wall; the person may change any of it before drawing. */
export type WallTypeFields = Pick<RecordOf<'wall'>, 'thickness' | 'height' | 'material'>;
export type WallBuild = {
  readonly key: string;
  readonly name: string;
  readonly fields: WallTypeFields;
};

/** The types of wall to choose from, the usual one of the plan (its defaults) among them. Common thicknesses, metres. */
export const wallTypes: readonly WallBuild[] = [
  { key: 'exterior', name: 'Exterior wall', fields: { thickness: 0.3, height: null, material: 'opaque' } },
  {
    key: 'structural',
    name: 'Structural wall',
    fields: { thickness: 0.2, height: null, material: 'opaque' },
  },
  { key: 'partition', name: 'Partition', fields: { thickness: 0.1, height: null, material: 'opaque' } },
  { key: 'low', name: 'Low wall', fields: { thickness: 0.2, height: 1.1, material: 'opaque' } },
  { key: 'glass', name: 'Glass partition', fields: { thickness: 0.1, height: null, material: 'glass' } },
  { key: 'mesh', name: 'Mesh partition', fields: { thickness: 0.05, height: null, material: 'mesh' } },
];

/** The type whose thickness, height and material a wall has; null for one of its own making. */
export function wallTypeOf(wall: WallTypeFields): WallBuild | null {
  const isLike = ({ fields }: WallBuild) =>
    fields.thickness === wall.thickness && fields.height === wall.height && fields.material === wall.material;
  return wallTypes.find(isLike) ?? null;
}
