import type Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import {
  diffSchema,
  type PlanSummary,
  type StoredDiff,
  type StoredStep,
} from '../../core/contract/shapes.ts';
import type { migratePlan } from '../../core/plan/format.ts';
import { parseRecord } from '../../core/plan/parse-record.ts';
import { type Plan, planOf } from '../../core/plan/plan.ts';
import type { PlanRecord } from '../../core/plan/records/index.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { composeStored, type StepOutline } from './history-steps.ts';

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

export type RecordRow = { readonly id: string; readonly body: string };

export type Migrate = typeof migratePlan;

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

function damaged(plan: string, what: string): AppError {
  const message = `The plan "${plan}" is damaged in the database: ${what} Restore a backup or open its plan file.`;
  return { code: 'damaged', message };
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
  /** The records as one JSON text, in their order. */
  readonly recordsText: () => string;
};

/** The plan in its rows, each body parsed by its schema, in the order the records were made. */
export function planOfRows(
  { name, format }: Pick<PlanRow, 'name' | 'format'>,
  rows: readonly RecordRow[],
  migration: { readonly format: number; readonly migrate: Migrate },
): Result<ReadPlan, AppError> {
  return format === migration.format
    ? presentPlan(name, rows)
    : formerPlan({ name, format }, rows, migration);
}

function presentPlan(name: string, rows: readonly RecordRow[]): Result<ReadPlan, AppError> {
  const texts: string[] = [];
  // Each record is dropped once it was checked: a large plan opens without the work of keeping them all.
  for (const row of rows) {
    const text = checkedText(name, row);
    if (!text.ok) return text;
    texts.push(text.value);
  }
  let plan: Plan | null = null;
  return ok({
    get plan() {
      plan ??= planOf(texts.map((text) => JSON.parse(text) as PlanRecord));
      return plan;
    },
    migrated: false,
    recordsText: () => `[${texts.join(',')}]`,
  });
}

/** The text of the record in a row; the row's own when that is the record unchanged. */
function checkedText(name: string, { id, body }: RecordRow): Result<string, AppError> {
  const json = parseJson(body);
  if (!json.ok) return err(damaged(name, `the record ${id} is not JSON.`));
  const parsed = parseRecord(json.value);
  if (!parsed.ok) return err(damaged(name, `(row ${id}) ${parsed.error.message}`));
  if (parsed.value.id !== id) {
    return err(damaged(name, `the row of ${id} holds the record ${parsed.value.id}.`));
  }
  return ok(parsed.value === json.value ? body : JSON.stringify(parsed.value));
}

function formerPlan(
  { name, format }: Pick<PlanRow, 'name' | 'format'>,
  rows: readonly RecordRow[],
  { migrate }: { readonly migrate: Migrate },
): Result<ReadPlan, AppError> {
  const bodies: unknown[] = [];
  for (const { id, body } of rows) {
    const json = parseJson(body);
    if (!json.ok) return err(damaged(name, `the record ${id} is not JSON.`));
    bodies.push(json.value);
  }
  const json = migrate(format, { records: bodies });
  if (!json.ok && json.error === 'too-new') {
    const message = `The plan "${name}" was written by a newer Sallyport. Open it with that one.`;
    return err({ code: 'too-new', message });
  }
  const values = json.ok ? (json.value as { records?: unknown }).records : null;
  if (!Array.isArray(values)) return err(damaged(name, `it cannot be read in its format ${format}.`));
  const records: PlanRecord[] = [];
  for (const value of values) {
    const parsed = parseRecord(value);
    if (!parsed.ok) return err(damaged(name, parsed.error.message));
    records.push(parsed.value);
  }
  return ok({ plan: planOf(records), migrated: true, recordsText: () => JSON.stringify(records) });
}

/** The steps of outlines with their diffs read and parsed. */
export function readSteps(
  { id, name }: Pick<PlanRow, 'id' | 'name'>,
  outlines: readonly StepOutline[],
  diffOf: Database.Statement<unknown[], string>,
): Result<StoredStep[], AppError> {
  const steps: StoredStep[] = [];
  for (const { seqs, ...step } of outlines) {
    const diffs: StoredDiff[] = [];
    for (const seq of seqs) {
      const json = parseJson(diffOf.get(id, seq) ?? '');
      const diff = json.ok ? diffSchema.safeParse(json.value) : null;
      if (!diff?.success) return err(damaged(name, `the change ${seq} of its journal cannot be read.`));
      diffs.push(diff.data);
    }
    steps.push({ ...step, diff: composeStored(diffs) });
  }
  return ok(steps);
}
