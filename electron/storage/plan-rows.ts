import { crc32 } from 'node:zlib';
import type { AppError } from '../../core/contract/method.ts';
import type { PlanSummary } from '../../core/contract/shapes.ts';
import { type Formats, migratePlan, migrateRecords } from '../../core/plan/format.ts';
import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import { parseRecord } from '../../core/plan/parse-record.ts';
import { type Plan, planOf } from '../../core/plan/plan.ts';
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

/** `checksum` is of the body as this program wrote it; null in a row from before there were any. */
export type RecordRow = { readonly id: string; readonly body: string; readonly checksum: number | null };

/** How many records a plan has, and whether it has what every plan has. */
export type WholeRow = Readonly<Record<'records' | 'settings' | 'floor' | 'layer', number>>;

/** The summary in a row of the table `plan`. */
export function summaryOf(row: PlanRow): PlanSummary {
  return {
    id: row.id,
    siteId: row.site_id,
    name: row.name,
    records: row.records,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** The checksum of a record's text: CRC-32 of its UTF-8 (ISO/IEC 8802-3). */
export function checksumOf(body: string): number {
  return crc32(body);
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

/**
 * The records in rows of today's plan format as one JSON array.
 *
 * A text whose checksum holds is what this program checked and wrote, and is not parsed again: that would
 * be most of the time that a large plan takes to open.
 */
export function textOfRows(name: string, rows: readonly RecordRow[]): Result<string, AppError> {
  const texts: string[] = [];
  for (const row of rows) {
    if (row.checksum !== null && row.checksum === checksumOf(row.body)) {
      texts.push(row.body);
      continue;
    }
    const record = checkedRecord(name, row);
    if (!record.ok) return record;
    texts.push(JSON.stringify(record.value));
  }
  return ok(`[${texts.join(',')}]`);
}

/** The record in a row of today's plan format; null where it is no longer what was written. */
export function soundRecord(row: RecordRow): PlanRecord | null {
  const { body, checksum } = row;
  // As in `textOfRows`: this program checked and wrote it.
  if (checksum !== null && checksum === checksumOf(body)) return JSON.parse(body) as PlanRecord;
  const record = checkedRecord('', row);
  return record.ok ? record.value : null;
}

/** The record in a row: the one that was written, and valid. */
function checkedRecord(name: string, { id, body, checksum }: RecordRow): Result<PlanRecord, AppError> {
  const json = parseJson(body);
  if (!json.ok) return err(damaged(name, `the record ${id} is not JSON.`));
  const parsed = parseRecord(json.value);
  if (!parsed.ok) return err(damaged(name, `(row ${id}) ${parsed.error.message}`));
  if (parsed.value.id !== id) {
    return err(damaged(name, `the row of ${id} holds the record ${parsed.value.id}.`));
  }
  if (checksum !== null && checksum !== checksumOf(body)) {
    return err(damaged(name, `the record ${id} is no longer what was written.`));
  }
  return ok(parsed.value);
}

function formerPlan(
  { name, format }: Pick<PlanRow, 'name' | 'format'>,
  rows: readonly RecordRow[],
  migrated: (bodies: readonly unknown[]) => ReturnType<typeof migratePlan>,
): Result<ReadPlan, AppError> {
  const bodies: unknown[] = [];
  for (const { id, body } of rows) {
    const json = parseJson(body);
    if (!json.ok) return err(damaged(name, `the record ${id} is not JSON.`));
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
