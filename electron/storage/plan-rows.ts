import { crc32 } from 'node:zlib';
import type { AppError } from '../../core/contract/method.ts';
import type { PlanSummary } from '../../core/contract/shapes.ts';
import { migratePlan, migrateRecords } from '../../core/plan/format.ts';
import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import { parseRecord } from '../../core/plan/parse-record.ts';
import { type Plan, planOf } from '../../core/plan/plan.ts';
import type { Formats } from '../../core/records/formats.ts';
import { err, ok, type Result } from '../../core/result.ts';

export type PlanRow = {
  readonly id: string;
  readonly site_id: string;
  readonly name: string;
  readonly format: number;
  readonly version: number;
  readonly records: number;
  readonly received_from: string | null;
  readonly undo_from: number;
  readonly created_at: string;
  readonly updated_at: string;
};

/** A plan as lists show it: `structure` of its records have no place on the drawing. */
export type ListedRow = PlanRow & { readonly structure: number };

/** `checksum` is of the body as this program wrote it; null in a row from before there were any. */
export type RecordRow = {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly checksum: number | null;
};

/** How many records a plan has, and whether it has what every plan has. */
export type WholeRow = Readonly<Record<'records' | 'settings' | 'floor' | 'layer', number>>;

/** The summary in a row of the table `plan`: of its records those that are drawn, as everywhere they are counted. */
export function summaryOf(row: ListedRow): PlanSummary {
  return {
    id: row.id,
    siteId: row.site_id,
    name: row.name,
    // Of a damaged plan rows may be lost that are counted here all the same.
    records: Math.max(0, row.records - row.structure),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** The checksum of a record's text: CRC-32 of its UTF-8 (ISO/IEC 8802-3). */
export function checksumOf(body: string): number {
  return crc32(body);
}

/** The kind in the id of a row. */
const kindIn = (id: string): string => id.slice(0, id.indexOf(':'));

/**
 * Whether a row is to the letter what this program wrote: its body by the checksum, its kind and its id by each
 * other. The body holds the id, as a part of it that the checksum covers.
 */
export function isAsWritten({ id, kind, body, checksum }: RecordRow): boolean {
  return (
    checksum !== null &&
    checksum === checksumOf(body) &&
    kind === kindIn(id) &&
    body.includes(`"id":${JSON.stringify(id)}`)
  );
}

/** What is wrong with a row around its body; null where it fits. */
function misfitOf({ id, kind, body, checksum }: RecordRow, held: unknown): string | null {
  const { id: heldId } = (held ?? {}) as { readonly id?: unknown };
  if (heldId !== id)
    return `the row of ${id} holds ${typeof heldId === 'string' ? `the record ${heldId}` : 'no record'}.`;
  if (kind !== kindIn(id)) return `the row of ${id} says that it is a ${kind}.`;
  if (checksum !== null && checksum !== checksumOf(body))
    return `the record ${id} is no longer what was written.`;
  return null;
}

function damaged(plan: string, what: string): AppError {
  const message = `The plan "${plan}" is damaged in the database: ${what} Restore a backup or open its plan file.`;
  return { code: 'damaged', message };
}

/** What a plan lacks that it had; null while it is whole. */
export function lossOf(row: Pick<PlanRow, 'name' | 'records'>, whole: WholeRow): AppError | null {
  const kind = (['settings', 'floor', 'layer'] as const).find((each) => whole[each] === 0);
  const missing = row.records - whole.records;
  if (!kind && missing <= 0) return null;
  const what = kind ? `it has lost its ${kind}.` : `it has lost ${missing} of its records.`;
  return damaged(row.name, what);
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return err(error.message);
    throw error;
  }
}

export type ReadPlan = {
  readonly plan: Plan;
  /** The rows are in an older plan format and have to be written again. */
  readonly migrated: boolean;
};

/** The plan in all its rows, each body parsed by its schema, in the order the records were made. */
export function planOfRows(
  row: Pick<PlanRow, 'name' | 'format'>,
  rows: readonly RecordRow[],
  formats: Formats,
): Result<ReadPlan, AppError> {
  if (row.format === formats.format) return presentPlan(row.name, rows);
  return formerPlan(row, rows, (bodies) => migratePlan(row.format, bodies, formats));
}

/** The same for some rows of a plan, each by itself. */
export function partOfRows(
  row: Pick<PlanRow, 'name' | 'format'>,
  rows: readonly RecordRow[],
  formats: Formats,
): Result<ReadPlan, AppError> {
  if (row.format === formats.format) return presentPlan(row.name, rows);
  return formerPlan(row, rows, (bodies) => migrateRecords(row.format, bodies, formats));
}

function presentPlan(name: string, rows: readonly RecordRow[]): Result<ReadPlan, AppError> {
  const records: PlanRecord[] = [];
  for (const row of rows) {
    const record = checkedRecord(name, row);
    if (!record.ok) return record;
    records.push(record.value);
  }
  return ok({ plan: planOf(records), migrated: false });
}

/** A record as its row is written; `checksum` is of `body`. */
export type WrittenRow = { readonly id: string; readonly body: string; readonly checksum: number };

/**
 * Rows of today's plan format as this program writes them.
 *
 * A text whose checksum holds is what this program checked and wrote, and is not parsed again: that would
 * be most of the time that a large plan takes to open.
 */
export function writtenRows(name: string, rows: readonly RecordRow[]): Result<WrittenRow[], AppError> {
  const written: WrittenRow[] = [];
  for (const row of rows) {
    const { id, body, checksum } = row;
    if (checksum !== null && isAsWritten(row)) {
      written.push({ id, body, checksum });
      continue;
    }
    const record = checkedRecord(name, row);
    if (!record.ok) return record;
    const text = JSON.stringify(record.value);
    written.push({ id, body: text, checksum: checksumOf(text) });
  }
  return ok(written);
}

/** The records in rows of today's plan format as one JSON array. */
export function textOfRows(name: string, rows: readonly RecordRow[]): Result<string, AppError> {
  const written = writtenRows(name, rows);
  return written.ok ? ok(`[${written.value.map(({ body }) => body).join(',')}]`) : written;
}

/** The record in a row of today's plan format; null where it is no longer what was written. */
export function soundRecord(row: RecordRow): PlanRecord | null {
  // As in `textOfRows`: this program checked and wrote it.
  if (isAsWritten(row)) return JSON.parse(row.body) as PlanRecord;
  const record = checkedRecord('', row);
  return record.ok ? record.value : null;
}

/** The record in a row: the one that was written, and valid. */
function checkedRecord(name: string, row: RecordRow): Result<PlanRecord, AppError> {
  const { id } = row;
  const json = parseJson(row.body);
  if (!json.ok) return err(damaged(name, `the record ${id} is not JSON.`));
  const parsed = parseRecord(json.value);
  if (!parsed.ok) return err(damaged(name, `(row ${id}) ${parsed.error.message}`));
  const misfit = misfitOf(row, parsed.value);
  return misfit === null ? ok(parsed.value) : err(damaged(name, misfit));
}

/**
 * The records in rows of an older plan format, brought to today's: what is written again gets checksums anew, so
 * each row must be what was written before anything is made of it.
 *
 * Rows from before there were checksums (databases of version 1, and plans in them that were not edited since) have
 * none: of those only the JSON, the id, the kind and the schema tell, and a number that was changed stays unseen.
 */
function formerPlan(
  { name, format }: Pick<PlanRow, 'name' | 'format'>,
  rows: readonly RecordRow[],
  migrated: (bodies: readonly unknown[]) => ReturnType<typeof migratePlan>,
): Result<ReadPlan, AppError> {
  const bodies: unknown[] = [];
  for (const row of rows) {
    const json = parseJson(row.body);
    if (!json.ok) return err(damaged(name, `the record ${row.id} is not JSON.`));
    const misfit = misfitOf(row, json.value);
    if (misfit !== null) return err(damaged(name, misfit));
    bodies.push(json.value);
  }
  const values = migrated(bodies);
  if (!values.ok && values.error === 'too-new') {
    const message = `The plan "${name}" was written by a newer Sallyport. Open it with that one.`;
    return err({ code: 'too-new', message });
  }
  if (!values.ok) return err(damaged(name, `it cannot be read in its format ${format}.`));
  const records: PlanRecord[] = [];
  for (const value of values.value) {
    const parsed = parseRecord(value);
    if (!parsed.ok) return err(damaged(name, parsed.error.message));
    records.push(parsed.value);
  }
  return ok({ plan: planOf(records), migrated: true });
}
