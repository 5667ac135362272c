import { checkIntegrity } from '../../../core/plan/integrity.ts';
import { type Kind, type PlanRecord, planKinds } from '../../../core/plan/kinds/index.ts';
import { LARGEST_LENGTH } from '../../../core/plan/kinds/parts/fields.ts';
import { parseRecord } from '../../../core/plan/parse-record.ts';
import { kinds, type Plan, planOf } from '../../../core/plan/plan.ts';
import type { Random } from '../../../core/reference/random.ts';
import type { z } from '../../../core/schema.ts';
import { hostilePoints } from './hostile-points.ts';
import { type Extreme, extremesOf, type Making, plainValue } from './hostile-values.ts';
import { isPoint } from './schema-parts.ts';

/** One valid record with a field at the edge of what its schema allows, in the plan that it needs around it. */
export type HostileRecord = {
  readonly kind: Kind;
  readonly field: string;
  /** The record's size, and what is extreme about its field: tells it from all others of the kind. */
  readonly name: string;
  readonly record: PlanRecord;
  /** A sound plan: the record, and one plain record of every other kind. */
  readonly plan: Plan;
};

/** What the rest of a record is like while one field is extreme. */
export type Stand = 'plain' | 'vast' | 'many corners';
export const stands: readonly Stand[] = ['plain', 'vast', 'many corners'];

const FEW = 10;

/** The id of the record of a kind that the others name; `number` tells more of them apart. */
export function hostileId(kind: Kind, number = 1): string {
  const tail = String(number).padStart(12, '0');
  return kind === 'settings' ? 'settings:plan' : `${kind}:00000000-0000-4000-8000-${tail}`;
}

/** The id among those of all kinds that a schema of ids accepts. */
function nameFor(schema: z.ZodType): unknown {
  return kinds.map((kind) => hostileId(kind)).find((id) => schema.safeParse(id).success) ?? null;
}

type Fields = Readonly<Record<string, unknown>>;

/** What the rules between fields ask for, which no schema says. */
function ruledFields(kind: Kind, path: unknown): Fields {
  const free = (x: number, y: number) => ({ type: 'free', at: { x, y } });
  if (kind === 'obstacle') return { path, width: 1, ring: null };
  if (kind === 'wall') return { a: { x: 0, y: 0 }, b: { x: FEW, y: 0 } };
  if (kind === 'opening') return { offset: FEW / 2, width: 1 };
  if (kind === 'sensor' || kind === 'asset') return { at: { x: 0, y: 0 } };
  if (kind === 'dimension') return { type: 'chain', anchors: [free(0, 0), free(FEW, 1)] };
  return {};
}

const sizes: { readonly [S in Stand]: number } = {
  plain: FEW,
  vast: 2 * LARGEST_LENGTH,
  'many corners': 1000,
};

/** The geometry of a record in a stand. */
export function standingFields(kind: Kind, stand: Stand, making: Making): Fields {
  const count = stand === 'many corners' ? making.corners : 4;
  const around = { x: 0, y: 0 };
  const points = hostilePoints('circle', { count, size: sizes[stand], around }, making.random);
  const far = { x: LARGEST_LENGTH, y: -LARGEST_LENGTH };
  const shape: Fields = planKinds[kind].schema.shape;
  const ruled = ruledFields(kind, points);
  const placed = { ...ruled, ...('path' in shape && !('at' in ruled) ? { path: points } : {}) };
  const ringed: Fields =
    'ring' in shape && kind !== 'obstacle' && kind !== 'asset' ? { ...placed, ring: points } : placed;
  if (stand === 'plain') return ringed;
  if (kind === 'dimension') return { ...ringed, anchors: points.map((at) => ({ type: 'free', at })) };
  if (kind === 'wall') return stand === 'vast' ? { ...ringed, b: far } : ringed;
  const isAt = 'at' in shape && isPoint(shape.at as z.ZodType) && kind !== 'gate';
  return stand === 'vast' && (isAt || ringed.at) ? { ...ringed, at: far } : ringed;
}

/** A plain record of a kind with other fields; null when no such record is valid. */
export function hostileRecord(kind: Kind, fields: Fields, making: Making): PlanRecord | null {
  const plain = Object.fromEntries(
    Object.entries<z.ZodType>(planKinds[kind].schema.shape).map(([field, schema]) => [
      field,
      plainValue(schema, making),
    ]),
  );
  const names = { id: hostileId(kind) };
  const parsed = parseRecord({
    ...plain,
    ...planKinds[kind].defaults,
    ...ruledFields(kind, plain.path),
    ...names,
    ...fields,
  });
  return parsed.ok ? parsed.value : null;
}

/** What hostile values are made with: as many corners as a schema allows unless it is said. */
export function makingOf(random: Random, corners = 20_000): Making {
  return { random, corners, nameFor };
}

/** One plain record of every kind, which the others may name. */
export function plainRecords(making: Making): readonly PlanRecord[] {
  return kinds.flatMap((kind) => hostileRecord(kind, standingFields(kind, 'plain', making), making) ?? []);
}

export type Ask = {
  readonly making: Making;
  readonly kinds?: readonly Kind[];
  readonly stands?: readonly Stand[];
  /** The fields that are tried; all of them when left out. */
  readonly fields?: ReadonlySet<string>;
  /** One of so many is tried; every one when left out. */
  readonly every?: number;
};

type Try = {
  readonly kind: Kind;
  readonly stand: Stand;
  readonly field: string;
  readonly extreme: Extreme;
};

function* triesOf({ making, fields, ...asked }: Ask): Generator<Try> {
  for (const kind of asked.kinds ?? kinds) {
    const extremes = extremeFields(kind, making).filter(([field]) => !fields || fields.has(field));
    for (const stand of asked.stands ?? stands)
      for (const [field, extreme] of extremes) yield { kind, stand, field, extreme };
  }
}

/** Each field of each kind at each of its edges, in each stand; those that the rules of a plan refuse are left out. */
export function* hostileRecords(asked: Ask): Generator<HostileRecord> {
  const { making } = asked;
  const hosts = plainRecords(making);
  let number = 0;
  for (const { kind, stand, field, extreme } of triesOf(asked)) {
    if (number++ % (asked.every ?? 1) !== 0) continue;
    const fields = { ...standingFields(kind, stand, making), [field]: extreme.value };
    const record = hostileRecord(kind, fields, making);
    const plan = record && planOf([...hosts, record]);
    if (!record || !plan || checkIntegrity(plan).length > 0) continue;
    yield { kind, field, name: `${stand}, ${field}: ${extreme.name}`, record, plan };
  }
}

function extremeFields(kind: Kind, making: Making): readonly (readonly [field: string, Extreme])[] {
  return Object.entries<z.ZodType>(planKinds[kind].schema.shape).flatMap(([field, schema]) =>
    field === 'id' ? [] : extremesOf(schema, making).map((extreme) => [field, extreme] as const),
  );
}
