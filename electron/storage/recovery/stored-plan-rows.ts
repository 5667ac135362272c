import type Database from 'better-sqlite3';
import { FORMAT, formats } from '../../../core/plan/format.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import type { AnyId, PlanRecord } from '../../../core/plan/kinds/index.ts';
import { allRecords, type Plan, planOf } from '../../../core/plan/plan.ts';
import { jsonOf } from '../../../core/records/packed-change.ts';
import { isAsWritten, type PlanRow, partOfRows, type RecordRow } from '../plan-rows.ts';
import { planSql } from '../plan-statements.ts';
import { type JournalEnd, journalEndOf } from './changes-since.ts';

/** What can be read of a plan, and the end of its journal. */
export type PresentPlan = {
  readonly row: PlanRow;
  readonly sound: ReadonlyMap<AnyId, PlanRecord>;
  /** Ids of rows that are there and no longer what was written. */
  readonly damaged: ReadonlySet<string>;
  readonly end: JournalEnd;
};

/** A plan that is as it was written. */
export type SoundPlan = { readonly row: PlanRow; readonly plan: Plan; readonly end: JournalEnd };

/** The records of a plan that are still what was written; null where there is no such plan. */
export function presentPlan(db: Database.Database, id: string): PresentPlan | null {
  const row = db.prepare<[string], PlanRow>(planSql.anywhere).get(id);
  if (!row) return null;
  const rows = db.prepare<[string], RecordRow>(planSql.records).all(id);
  const checked = row.format === FORMAT ? rows.filter(isAsWritten) : [];
  const sound = parsedAtOnce(checked);
  const damaged = new Set<string>();
  for (const each of rows) {
    if (sound.has(each.id as AnyId)) continue;
    const read = partOfRows(row, [each], formats);
    if (read.ok) for (const record of allRecords(read.value.plan)) sound.set(record.id, record);
    else damaged.add(each.id);
  }
  return { row, sound, damaged, end: journalEndOf(db, row) };
}

/** A plan of a database where nothing of it is damaged or missing; else null. */
export function soundPlan(db: Database.Database, id: string): SoundPlan | null {
  const present = presentPlan(db, id);
  if (!present || present.damaged.size > 0 || present.sound.size < present.row.records) return null;
  const plan = planOf(present.sound.values());
  return checkIntegrity(plan).length > 0 ? null : { row: present.row, plan, end: present.end };
}

/** Records whose text is what this program checked and wrote: one text of many takes a tenth of the time. */
function parsedAtOnce(rows: readonly RecordRow[]): Map<AnyId, PlanRecord> {
  const values = jsonOf(`[${rows.map(({ body }) => body).join(',')}]`);
  const records = Array.isArray(values) && values.length === rows.length ? (values as PlanRecord[]) : [];
  return new Map(
    records.flatMap((record, index) => (record?.id === rows[index]?.id ? [[record.id, record]] : [])),
  );
}
