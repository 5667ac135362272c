import { err, ok, type Result } from '../result.ts';
import type { z } from '../schema.ts';
import { type Kind, type PlanRecord, planKinds, type RecordOf } from './kinds/index.ts';
import { type AsIsCheck, asIsCheck } from './kinds/parts/schemas.ts';
import { kindOf } from './plan.ts';

/** Why something is not a record: the id as written when there is one, the field, and a sentence. */
export type RecordError = {
  readonly record: string | null;
  readonly field: string | null;
  readonly message: string;
  /** The same without the record's id, as `"range" must be at least 0.1`. */
  readonly what: string;
};

/** A record as it is given to be made: what has a default may be left out. */
export type NewRecord<K extends Kind> = Omit<RecordOf<K>, keyof (typeof planKinds)[K]['defaults']> &
  Partial<RecordOf<K>>;

const LONGEST_ID = 100;

function idIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' && value.id.length <= LONGEST_ID ? value.id : null;
}

const acceptsAsIs = Object.fromEntries(
  Object.entries(planKinds).map(([kind, { schema }]) => [kind, asIsCheck(schema)]),
);

/**
 * The record in a value from outside, quantised, or why it is none. Fields that no schema knows are refused.
 *
 * The value itself is the record when nothing in it has to change: it must not be changed afterwards.
 */
export function parseRecord(value: unknown): Result<PlanRecord, RecordError> {
  const id = idIn(value);
  const kind = id?.slice(0, Math.max(id.indexOf(':'), 0)) ?? '';
  if (Object.hasOwn(acceptsAsIs, kind) && acceptsAsIs[kind]?.(value)) return ok(value as PlanRecord);
  return copyRecord(value);
}

const fieldChecks = new Map<Kind, Readonly<Record<string, AsIsCheck>>>();

function checksOf(kind: Kind): Readonly<Record<string, AsIsCheck>> {
  const known = fieldChecks.get(kind);
  if (known) return known;
  const shape: Readonly<Record<string, z.ZodType>> = planKinds[kind].schema.shape;
  const checks = Object.fromEntries(
    Object.entries(shape).map(([field, schema]) => [field, asIsCheck(schema)]),
  );
  fieldChecks.set(kind, checks);
  return checks;
}

/** Whether a record that was one is one still: as `parseRecord` says, by a look at the fields that are others now. */
export function isStillRecord(before: PlanRecord, after: PlanRecord): boolean {
  const checks = checksOf(kindOf(before.id));
  const [first, second] = [before, after] as unknown as Readonly<Record<string, unknown>>[];
  for (const field in second) {
    if (second[field] !== first?.[field] && !checks[field]?.(second[field])) return parseRecord(after).ok;
  }
  for (const field in first) if (!Object.hasOwn(after, field)) return parseRecord(after).ok;
  return true;
}

/** As `parseRecord`, but always a copy. */
function copyRecord(value: unknown): Result<PlanRecord, RecordError> {
  const id = idIn(value);
  if (id === null) {
    const message = 'A record has no usable id.';
    return err({ record: null, field: 'id', message, what: 'it has no usable id' });
  }
  const kind = id.slice(0, Math.max(id.indexOf(':'), 0));
  if (!Object.hasOwn(planKinds, kind)) {
    return err({
      record: id,
      field: 'id',
      message: `The record ${id} is of a kind that does not exist here.`,
      what: 'it is of a kind that does not exist here',
    });
  }
  const parsed = planKinds[kind as Kind].schema.safeParse(value);
  return parsed.success ? ok(parsed.data as PlanRecord) : err(recordError(id, parsed.error));
}

function recordError(id: string, error: z.ZodError): RecordError {
  const issue = error.issues[0];
  const field = issue?.path.join('.') || null;
  const why = issue?.message ?? 'is unknown';
  const where = field === null ? '' : ` in "${field}"`;
  return {
    record: id,
    field,
    message: `The record ${id} is not valid${where}: it ${why}.`,
    what: `${field === null ? 'it' : `"${field}"`} ${why}`,
  };
}

/** A record of the given fields and the defaults of its kind for the rest, quantised. */
export function makeRecord<K extends Kind>(kind: K, fields: NewRecord<K>): Result<RecordOf<K>, RecordError> {
  const parsed = copyRecord({ ...planKinds[kind].defaults, ...fields });
  return parsed as Result<RecordOf<K>, RecordError>;
}
