import type { RecordOf } from '../../core/plan/kinds/index.ts';
import { makeRecord } from '../../core/plan/parse-record.ts';
import { allRecords, type Plan, planOf, recordsOf } from '../../core/plan/plan.ts';
import { Random } from '../../core/reference/random.ts';

/** How many walls of a reference plan get a dimension: about as many as a floor plan of its size has. */
export const DIMENSIONS = 600;

/** A reference plan with dimensions attached to walls all over it: reference plans themselves have none. */
export function withDimensions(plan: Plan): Plan {
  const walls = [...recordsOf(plan, 'wall')];
  const step = Math.max(Math.floor(walls.length / DIMENSIONS), 1);
  const random = new Random(1);
  const dimensions = walls
    .filter((_, index) => index % step === 0)
    .slice(0, DIMENSIONS)
    .map((wall) => dimensionOf(wall, random.uuid()));
  return planOf([...allRecords(plan), ...dimensions]);
}

function dimensionOf({ id, floor, layer }: RecordOf<'wall'>, uuid: string) {
  const end = (index: number) =>
    ({ type: 'attached', record: id, place: { type: 'vertex', index } }) as const;
  const made = makeRecord('dimension', {
    id: `dimension:${uuid}`,
    floor,
    layer,
    anchors: [end(0), end(1)],
    offset: 0.8,
  });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}
