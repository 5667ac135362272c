import type { Migration } from '../../records/run-migrations.ts';

/** What a sheet shows is said by the one viewport on it; an area does not keep to its walls until it is made to. */
export const addViewports: Migration = {
  to: 4,
  record: (record) => {
    if (Object.hasOwn(record, 'paper')) return withViewport(record);
    return isArea(record) ? { ...record, follows: null } : record;
  },
};

const isArea = ({ id }: Readonly<Record<string, unknown>>) =>
  typeof id === 'string' && id.startsWith('area:');

function withViewport({
  scale,
  centre,
  rotation,
  floor,
  layers,
  states,
  ...sheet
}: Readonly<Record<string, unknown>>) {
  const frame = { left: 0, top: 0, width: 1, height: 1 };
  return { ...sheet, viewports: [{ frame, scale, centre, rotation, floor, layers, states }] };
}
