import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import {
  type JournalCommit,
  type StepOutline,
  StepStacks,
} from '../../../electron/storage/journal/step-stacks.ts';
import { temporaryFolder } from '../temporary-store.ts';
import type { GoldenPlan } from './make-golden-database.ts';
import type { PlainRecord } from './plain-records.ts';

/** A plan of a golden database in the format it was made in, read without anything that knows formats. */
export type PlainPlan = {
  readonly now: readonly PlainRecord[];
  /** The steps that undo can take, oldest first, each with all records before it. */
  readonly steps: readonly { readonly step: string; readonly before: readonly PlainRecord[] }[];
};

/** A row of the journal as it lies there, what it changed as values. */
export type PlainRow = JournalCommit & {
  readonly author: string;
  readonly changes: readonly PlainChange[];
};
type PlainChange = { readonly before: PlainRecord | null; readonly after: PlainRecord | null };

type StoredRow = JournalCommit & {
  readonly author: string;
  readonly diff: string;
  readonly packed: Uint8Array | null;
};

const folderOf = (format: number) => new URL(`../../fixtures/databases/format-${format}/`, import.meta.url);

/** A golden database as a file of the test's own. */
export function goldenDatabase(format: number): string {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  fs.writeFileSync(file, gunzipSync(fs.readFileSync(new URL('sallyport.db.gz', folderOf(format)))));
  return file;
}

/** What was in memory when the plans of a golden database were saved. */
export function goldenPlans(format: number): Readonly<Record<string, GoldenPlan>> {
  return JSON.parse(fs.readFileSync(new URL('plans.json', folderOf(format)), 'utf8'));
}

const recordsIn = (db: Database.Database, id: string): PlainRecord[] =>
  db
    .prepare<[string], string>('SELECT body FROM record WHERE plan_id = ? ORDER BY seq')
    .pluck()
    .all(id)
    .map((body) => JSON.parse(body));

/** The rows of a journal that name their format, oldest first. */
export function plainRows(db: Database.Database, id: string): readonly PlainRow[] {
  const rows = db.prepare<[string], StoredRow>('SELECT * FROM change WHERE plan_id = ? ORDER BY seq').all(id);
  return rows.map(({ packed, diff, ...facts }) => {
    const pages = (packed ? inflateRawSync(packed).toString('utf8') : diff).split('\n');
    return { ...facts, changes: pages.flatMap((page) => JSON.parse(page).map(changeOf)) };
  });
}

function changeOf(packed: readonly (PlainRecord | null)[]): PlainChange {
  const [before = null, fields = null, after] = packed;
  if (packed.length === 1) return { before, after: null };
  if (packed.length === 3) return { before, after: after ?? null };
  return { before, after: before ? { ...before, ...fields } : fields };
}

/** A plan of a database file with what it was before each of its steps. */
export function plainPlan(file: string, id: string): PlainPlan {
  const db = new Database(file, { readonly: true });
  const rows = new Map(plainRows(db, id).map((row) => [row.seq, row]));
  const now = recordsIn(db, id);
  db.close();
  const stacks = new StepStacks();
  for (const row of rows.values()) stacks.take(row);
  const records = new Map(now.map((record) => [record.id, record]));
  const steps = [...stacks.done].reverse().map(({ step, seqs }) => {
    takeBack(records, rows, seqs);
    return { step, before: [...records.values()] };
  });
  return { now, steps: steps.reverse() };
}

function takeBack(
  records: Map<string, PlainRecord>,
  rows: ReadonlyMap<number, PlainRow>,
  seqs: StepOutline['seqs'],
): void {
  for (const seq of [...seqs].reverse()) {
    for (const { before, after } of rows.get(seq)?.changes ?? []) {
      if (after) records.delete(after.id);
      if (before) records.set(before.id, before);
    }
  }
}
