import { checkRecord } from '../../../core/plan/integrity.ts';
import { type AnyId, type Kind, type PlanRecord, planKinds } from '../../../core/plan/kinds/index.ts';
import { getRecord, isPlacedKind, kinds, type Plan, planOf } from '../../../core/plan/plan.ts';
import type { z } from '../../../core/schema.ts';
import {
  hostileId,
  hostileRecord,
  plainRecords,
  type Stand,
  standingFields,
  stands,
} from './hostile-records.ts';
import { extremesOf, type Making } from './hostile-values.ts';

/** How often a field is at one of its edges; else it is plain. */
const EXTREME_SHARE = 0.25;
/** A plan has one settings record, and floors without end would hide the others. */
const manyKinds = kinds.filter((kind) => isPlacedKind(kind) || kind === 'sheet' || kind === 'layer');

/**
 * A sound plan of one plain record of every kind and about so many others of any kind, of which many fields at
 * once are at the edges of what their schemas allow. The same for the same seed.
 */
export function mixedPlan(count: number, making: Making): Plan {
  const extremes = new Map<Kind, ReadonlyMap<string, readonly unknown[]>>();
  const plain = planOf(plainRecords(making));
  const records: PlanRecord[] = [];
  for (let number = 2; records.length < count; number++) {
    const kind = among(manyKinds, making);
    const known = extremes.get(kind) ?? extremesOfKind(kind, making);
    extremes.set(kind, known);
    const record = mixedRecord(kind, { number, known, making });
    const isSound = record && checkRecord(record, (id) => getRecord(plain, id)).length === 0;
    if (isSound) records.push(record);
  }
  return planOf([...plainRecords(making), ...records]);
}

function among<T>(options: readonly T[], { random }: Making): T {
  const option = options[random.below(options.length)];
  if (option === undefined) throw new Error('There is nothing to choose from.');
  return option;
}

function extremesOfKind(kind: Kind, making: Making): ReadonlyMap<string, readonly unknown[]> {
  const fields = Object.entries<z.ZodType>(planKinds[kind].schema.shape).filter(([field]) => field !== 'id');
  return new Map(
    fields.map(([field, schema]) => [field, extremesOf(schema, making).map(({ value }) => value)]),
  );
}

type Mix = {
  readonly number: number;
  readonly known: ReadonlyMap<string, readonly unknown[]>;
  readonly making: Making;
};

function mixedRecord(kind: Kind, { number, known, making }: Mix): PlanRecord | null {
  const stand: Stand = among(stands, making);
  const chosen = [...known]
    .filter(([, values]) => values.length > 0 && making.random.next() < EXTREME_SHARE)
    .map(([field, values]) => [field, among(values, making)]);
  const id = hostileId(kind, number) as AnyId;
  return hostileRecord(
    kind,
    { ...standingFields(kind, stand, making), ...Object.fromEntries(chosen), id },
    making,
  );
}
