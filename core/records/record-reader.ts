import { err, ok, type Result } from '../result.ts';
import type { z } from '../schema.ts';
import type { AnyRecord } from './any-record.ts';
import { type AsIsCheck, asIsCheck } from './schemas.ts';

/** Why something is not a record: the id as written when there is one, the field, and a sentence. */
export type RecordError = {
  readonly record: string | null;
  readonly field: string | null;
  readonly message: string;
  /** The same without the record's id, as `"range" must be at least 0.1`. */
  readonly what: string;
};

const LONGEST_ID = 100;

function idIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' && value.id.length <= LONGEST_ID ? value.id : null;
}

const kindIn = (id: string): string => id.slice(0, Math.max(id.indexOf(':'), 0));

/** Reads records of some kinds from values that may be anything. */
export class RecordReader<R extends AnyRecord> {
  readonly #schemas: ReadonlyMap<string, z.ZodObject>;
  readonly #whole: ReadonlyMap<string, AsIsCheck>;
  readonly #fields = new Map<string, Readonly<Record<string, AsIsCheck>>>();

  readonly #kindOf: (id: string) => string;

  /** By the schemas of the kinds, each made of what `schemas.ts` has. */
  constructor(schemas: ReadonlyMap<string, z.ZodObject>, kindOf: (id: string) => string) {
    this.#kindOf = kindOf;
    this.#schemas = schemas;
    this.#whole = new Map([...schemas].map(([kind, schema]) => [kind, asIsCheck(schema)]));
  }

  /**
   * The record in a value from outside, quantised, or why it is none. Fields that no schema knows are refused.
   *
   * The value itself is the record when nothing in it has to change: it must not be changed afterwards.
   */
  parse(value: unknown): Result<R, RecordError> {
    const id = idIn(value);
    if (id !== null && this.#whole.get(kindIn(id))?.(value)) return ok(value as R);
    return this.copy(value);
  }

  /** As `parse`, but always a copy. */
  copy(value: unknown): Result<R, RecordError> {
    const id = idIn(value);
    if (id === null) {
      const message = 'A record has no usable id.';
      return err({ record: null, field: 'id', message, what: 'it has no usable id' });
    }
    const schema = this.#schemas.get(kindIn(id));
    if (!schema) {
      const what = 'it is of a kind that does not exist here';
      const message = `The record ${id} is of a kind that does not exist here.`;
      return err({ record: id, field: 'id', message, what });
    }
    const parsed = schema.safeParse(value);
    return parsed.success ? ok(parsed.data as unknown as R) : err(recordError(id, parsed.error));
  }

  /** Whether a record that was one is one still: as `parse` says, by a look at the fields that are others now. */
  isStill(before: R, after: R): boolean {
    const checks = this.#checksOf(before.id);
    const [first, second] = [before, after] as unknown as Readonly<Record<string, unknown>>[];
    for (const field in second) {
      if (second[field] !== first?.[field] && !checks[field]?.(second[field])) return this.parse(after).ok;
    }
    for (const field in first) if (!Object.hasOwn(after, field)) return this.parse(after).ok;
    return true;
  }

  #checksOf(id: string): Readonly<Record<string, AsIsCheck>> {
    const kind = this.#kindOf(id);
    const known = this.#fields.get(kind);
    if (known) return known;
    const shape: Readonly<Record<string, z.ZodType>> = this.#schemas.get(kind)?.shape ?? {};
    const checks = Object.fromEntries(
      Object.entries(shape).map(([field, schema]) => [field, asIsCheck(schema)]),
    );
    this.#fields.set(kind, checks);
    return checks;
  }
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
