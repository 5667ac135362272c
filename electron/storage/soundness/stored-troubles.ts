import path from 'node:path';
import type Database from 'better-sqlite3';
import { formats } from '../../../core/plan/format.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import { AttachmentRepository } from '../attachment-repository.ts';
import { isRowIntact, type StoredRow } from '../journal/read-row.ts';
import { type PlanRow, planOfRows, type RecordRow } from '../plan-rows.ts';
import { planSql } from '../plan-statements.ts';
import { lostPlans, lostSites } from '../recovery/list-again.ts';
import { lostPictures } from '../recovery/lost-pictures.ts';
import { missingAmong, missingText, readSavedNote } from '../safekeeping/acknowledged.ts';
import { backupFolderOf } from '../safekeeping/offers.ts';
import { damageOf, plansIn } from './damaged-plans.ts';

export type TroublesRequest = {
  readonly file: string;
  /** Whether plans whose every row is what was written are looked at as a whole as well. */
  readonly looksAtPlans: boolean;
};

type Underlay = { readonly plan: string; readonly name: string; readonly attachment: string };

const UNDERLAYS = `SELECT plan.name AS plan,
    json_extract(record.body, '$.name') AS name, json_extract(record.body, '$.attachment') AS attachment
  FROM record JOIN plan ON plan.id = record.plan_id
  WHERE record.kind = 'underlay' AND json_valid(record.body)`;
const JOURNAL = `SELECT seq, diff, format, checksum, packed FROM change
  WHERE plan_id = ? AND seq > ? ORDER BY seq`;
const UNDO_FROM = 'SELECT undo_from FROM plan WHERE id = ?';
const PARTS = 'SELECT 1 FROM attachment_part WHERE sha256 = ? LIMIT 1';

/**
 * What in a database of today's shape is no longer what was stored, one sentence each; empty for a sound one. Its
 * pages are as they should be: that is looked at before. Reads everything, of one moment.
 */
export function storedTroubles(db: Database.Database, request: TroublesRequest): readonly string[] {
  return db.transaction(() => [
    ...listTroubles(db, request.file),
    ...plansIn(db).flatMap((plan) => planTroubles(db, plan, request)),
    ...pictureTroubles(db, request.file),
  ])();
}

function listTroubles(db: Database.Database, file: string): readonly string[] {
  const plans = lostPlans(db);
  const sites = lostSites(db);
  const note = readSavedNote(file);
  const noted = note && {
    plans: Object.fromEntries(Object.entries(note.plans).filter(([id]) => !plans.includes(id))),
  };
  const versions = new Map(plansIn(db).map(({ id, version }) => [id, version]));
  const missing = noted ? missingAmong(versions, noted) : [];
  const namesOf = db.prepare<[string], string>('SELECT name FROM plan WHERE site_id = ?').pluck();
  return [
    ...(missing.length > 0
      ? [`The database is older than what was saved: it lacks ${missingText(missing)}.`]
      : []),
    ...plans.map((id) => {
      const name = note?.plans[id]?.name;
      return `The entry of ${name === undefined ? `a plan (${id})` : `the plan "${name}"`} is lost: the next start of the window makes it anew.`;
    }),
    ...sites.map((id) => {
      const names = namesOf.all(id).map((name) => `"${name}"`);
      return `The entry of the site of ${names.join(', ')} is lost: the next start of the window makes it anew.`;
    }),
  ];
}

function planTroubles(
  db: Database.Database,
  plan: PlanRow,
  { looksAtPlans }: TroublesRequest,
): readonly string[] {
  const damage = damageOf(db, plan);
  const journal = journalTrouble(db, plan);
  const whole = damage === null && looksAtPlans ? wholeTrouble(db, plan) : null;
  return [damage?.message ?? null, whole, journal].filter((each) => each !== null);
}

function wholeTrouble(db: Database.Database, plan: PlanRow): string | null {
  const read = planOfRows(plan, db.prepare<[string], RecordRow>(planSql.records).all(plan.id), formats);
  if (!read.ok) return read.error.message;
  const [problem] = checkIntegrity(read.value.plan);
  if (!problem) return null;
  return `The plan "${plan.name}" does not fit together: ${problem.record ?? 'a part of it'} (${problem.reason}).`;
}

type NumberedRow = StoredRow & { readonly seq: number };

function journalTrouble(db: Database.Database, { id, name }: PlanRow): string | null {
  const undoFrom = db.prepare<[string], number>(UNDO_FROM).pluck().get(id) ?? 0;
  const last = db.prepare<[string], number>(planSql.lastSeq).pluck().get(id) ?? 0;
  let sound = 0;
  for (const row of db.prepare<[string, number], NumberedRow>(JOURNAL).iterate(id, undoFrom))
    if (isRowIntact(row)) sound += 1;
  const bad = last - undoFrom - sound;
  if (bad <= 0) return null;
  const what = bad === 1 ? 'A change' : `${bad} changes`;
  return `${what} in the history of the plan "${name}" ${bad === 1 ? 'is' : 'are'} damaged or lost: undo ends there. The plan itself is as it was saved.`;
}

function pictureTroubles(db: Database.Database, file: string): readonly string[] {
  const underlays = db.prepare<[], Underlay>(UNDERLAYS).all();
  const ids = db.prepare<[], string>('SELECT sha256 FROM attachment').pluck().all();
  const attachments = new AttachmentRepository(db);
  const isInPart = db.prepare(PARTS);
  const named = new Set([...ids, ...underlays.map(({ attachment }) => attachment)]);
  return lostPictures(db, named, backupFolderOf(file)).flatMap(({ sha256, backup }) => {
    const isThere = attachments.has(sha256) || isInPart.get(sha256) !== undefined;
    // It may never have come: a plan file need not hold the pictures of its plan.
    if (!isThere && backup === null) return [];
    const wayOut =
      backup === null
        ? 'Add it again from where it came, or import its plan file.'
        : `Add it again from where it came, or import its plan file; the backup ${path.basename(backup)} has it.`;
    const shown = underlays.filter(({ attachment }) => attachment === sha256);
    const what = isThere ? 'damaged' : 'lost';
    if (shown.length === 0) return [`A stored picture that no plan shows now is ${what}.`];
    return shown.map(({ plan, name }) => `The picture "${name}" of the plan "${plan}" is ${what}. ${wayOut}`);
  });
}
