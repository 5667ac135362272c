import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import type { PlanState } from '../../../core/contract/shapes.ts';
import { FORMAT, migratePlan } from '../../../core/plan/format.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import { allRecords, kindOf, type Plan, planOf, recordCount } from '../../../core/plan/plan.ts';
import type { AnyId, PlanRecord } from '../../../core/plan/records/index.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { namesIn } from '../damaged-file.ts';
import { latestVersion, migrate, versionOf } from '../migrate.ts';
import { checksumOf, type PlanRow, planOfRows, type RecordRow } from '../plan-rows.ts';
import { planSql } from '../plan-statements.ts';
import { planNotFound } from '../storage-error.ts';
import { backupsAmong } from './backup-name.ts';
import { readDatabase } from './copy-contents.ts';
import { backupFolderOf } from './offers.ts';
import { makePrivateFile } from './private-files.ts';

type Recovered = PlanState & {
  readonly plan: Plan;
  /** What has to be written: the records from the backup, or all where the whole plan is from there. */
  readonly written: readonly PlanRecord[];
  /** No edit was made since the backup: what it holds is exactly what is missing. */
  readonly isExact: boolean;
};

type Present = {
  readonly row: PlanRow;
  readonly sound: ReadonlyMap<AnyId, PlanRecord>;
  /** Ids of rows that are there and no longer what was written. */
  readonly damaged: ReadonlySet<string>;
  readonly seq: number;
};
type FromBackup = { readonly row: PlanRow; readonly plan: Plan; readonly seq: number };

const MOST_BACKUPS = 30;
const STRUCTURE = /^(settings|floor|layer|phase):/;

function rowOf(db: Database.Database, id: string): PlanRow | undefined {
  return db.prepare<[string], PlanRow>(planSql.anywhere).get(id);
}

const lastSeqOf = (db: Database.Database, id: string): number =>
  db.prepare<[string], number | null>(planSql.lastSeq).pluck().get(id) ?? 0;

const rowsOf = (db: Database.Database, id: string): readonly RecordRow[] =>
  db.prepare<[string], RecordRow>(planSql.records).all(id);

const today = { format: FORMAT, migrate: migratePlan };

/** The records of a plan that are still what was written. */
function presentPlan(db: Database.Database, id: string): Present | null {
  const row = rowOf(db, id);
  if (!row) return null;
  const sound = new Map<AnyId, PlanRecord>();
  const damaged = new Set<string>();
  for (const each of rowsOf(db, id)) {
    const read = planOfRows(row, [each], today);
    if (read.ok) for (const record of allRecords(read.value.plan)) sound.set(record.id, record);
    else damaged.add(each.id);
  }
  return { row, sound, damaged, seq: lastSeqOf(db, id) };
}

function planIn(db: Database.Database, id: string): FromBackup | null {
  const row = rowOf(db, id);
  if (!row) return null;
  const read = planOfRows(row, rowsOf(db, id), today);
  if (!read.ok || checkIntegrity(read.value.plan).length > 0) return null;
  return { row, plan: read.value.plan, seq: lastSeqOf(db, id) };
}

/** Reads a backup in today's shape; an older one by way of a copy, which is removed again. */
function readInTodaysShape<T>(backup: string, copy: string, work: (db: Database.Database) => T): T | null {
  const version = readDatabase(backup, versionOf) ?? 0;
  if (version === latestVersion()) return readDatabase(backup, work);
  if (version < 1 || version > latestVersion()) return null;
  try {
    makePrivateFile(copy);
    fs.copyFileSync(backup, copy, fs.constants.COPYFILE_FICLONE);
    const db = new Database(copy);
    try {
      migrate(db);
    } finally {
      db.close();
    }
    return readDatabase(copy, work);
  } finally {
    for (const ending of ['', '-wal', '-shm']) fs.rmSync(copy + ending, { force: true });
  }
}

/** Takes from the backup what is damaged or missing by all rules, and the rest where it can only be what is lost. */
function mend(
  { row, sound, damaged }: Present,
  backup: FromBackup,
): { plan: Plan; taken: PlanRecord[] } | null {
  const records = new Map(sound);
  const taken: PlanRecord[] = [];
  const absent = [...allRecords(backup.plan)].filter(({ id }) => !sound.has(id));
  const lost = row.records - sound.size;
  const take = (record: PlanRecord) => {
    records.set(record.id, record);
    taken.push(record);
  };
  // As many as are lost: none of them was deleted since.
  if (absent.length <= lost) absent.forEach(take);
  else absent.filter(({ id }) => damaged.has(id) || STRUCTURE.test(id)).forEach(take);
  const plan = planOf(records.values());
  return checkIntegrity(plan).length === 0 ? { plan, taken } : null;
}

function recover(present: Present, backup: FromBackup, from: { name: string; at: string }): Recovered {
  const mended = mend(present, backup);
  const plan = mended?.plan ?? backup.plan;
  const records = recordCount(plan);
  return {
    from: from.name,
    at: from.at,
    kind: mended ? 'mended' : 'whole',
    plan,
    written: mended?.taken ?? [...allRecords(backup.plan)],
    records,
    lost: mended ? Math.max(0, present.row.records - records) : 0,
    isExact: backup.seq === present.seq && backup.row.version === present.row.version,
  };
}

function recovered(
  db: Database.Database,
  file: string,
  planId: string,
  wanted: string | null,
): Result<Recovered | null, AppError> {
  const present = presentPlan(db, planId);
  if (!present) return err(planNotFound());
  const folder = backupFolderOf(file);
  const backups = backupsAmong(namesIn(folder)).slice(0, MOST_BACKUPS);
  for (const backup of backups.filter(({ name }) => wanted === null || name === wanted)) {
    const place = path.join(folder, backup.name);
    const found = readInTodaysShape(place, `${file}.reading`, (copy) => planIn(copy, planId));
    if (found) return ok(recover(present, found, backup));
  }
  return ok(null);
}

/** The newest good state of a damaged plan that a backup can give; null where none has it sound. */
export function newestPlanState(
  db: Database.Database,
  file: string,
  planId: string,
): Result<PlanState | null, AppError> {
  const found = recovered(db, file, planId, null);
  if (!found.ok || found.value === null) return found as Result<null, AppError>;
  const { from, at, kind, records, lost } = found.value;
  return ok({ from, at, kind, records, lost });
}

/**
 * Writes the good state of a plan that a backup gives, in one transaction; no other plan is touched.
 *
 * Its undo steps go on only where no edit was made since the backup: else they would not fit what is there.
 */
export function restorePlan(
  db: Database.Database,
  file: string,
  { planId, from, at }: { readonly planId: string; readonly from: string; readonly at: string },
): Result<null, AppError> {
  const found = recovered(db, file, planId, from);
  if (!found.ok) return found;
  if (found.value === null) {
    return err({
      code: 'not-found',
      message: `The backup "${from}" has no good state of the plan. Choose another one.`,
    });
  }
  write(db, { planId, at, state: found.value });
  return ok(null);
}

const KEEP_STEPS =
  'UPDATE plan SET version = version + 1, updated_at = @at, records = @records WHERE id = @id';
const END_STEPS = `UPDATE plan SET version = version + 1, updated_at = @at, records = @records, format = @format,
  undo_from = (SELECT coalesce(max(seq), 0) FROM change WHERE plan_id = @id) WHERE id = @id`;

function write(
  db: Database.Database,
  { planId: id, at, state }: { readonly planId: string; readonly at: string; readonly state: Recovered },
): void {
  const [put, remove] = [db.prepare(planSql.put), db.prepare(planSql.remove)];
  const work = db.transaction(() => {
    if (state.kind === 'whole') db.prepare(planSql.clear).run(id);
    // Of a damaged record that no backup has, what is left is in the backup that was made before this.
    for (const { id: record } of rowsOf(db, id)) {
      if (!state.plan.tables[kindOf(record as AnyId)]?.has(record as never)) remove.run(id, record);
    }
    for (const record of state.written) {
      const body = JSON.stringify(record);
      put.run(id, record.id, kindOf(record.id), body, checksumOf(body));
    }
    const isExact = state.isExact && state.kind === 'mended';
    const records = Number(db.prepare('SELECT count(*) FROM record WHERE plan_id = ?').pluck().get(id));
    db.prepare(isExact ? KEEP_STEPS : END_STEPS).run(
      isExact ? { id, at, records } : { id, at, records, format: FORMAT },
    );
  });
  work.immediate();
}
