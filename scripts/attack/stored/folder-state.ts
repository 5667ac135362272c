import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/** What may come of a folder in which somebody did something. */
export type Expected =
  /** All plans are there at once. */
  | 'as-before'
  /** All plans but the one that was hit, which is named. */
  | 'one-plan-named'
  /** A copy is offered that has all plans. */
  | 'offered'
  /** Nothing to offer is left: it is said, and no empty database is begun. */
  | 'said'
  /** Either of the first three. */
  | 'sound';

/** One thing that can happen to a folder of data while no window is open. */
export type FolderState = {
  readonly name: string;
  readonly expected: Expected;
  /** `file` is the database in the folder. */
  readonly happen: (file: string) => void;
};

export const state = (name: string, expected: Expected, happen: (file: string) => void): FolderState => ({
  name,
  expected,
  happen,
});

export function change(file: string, work: (bytes: Buffer) => Buffer): void {
  fs.writeFileSync(file, work(fs.readFileSync(file)));
}

export function inside(file: string, ...statements: string[]): void {
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  for (const sql of statements) db.exec(sql);
  db.close();
}

export const backupsOf = (file: string): string => path.join(path.dirname(file), 'backups');
export const removeBackups = (file: string) => fs.rmSync(backupsOf(file), { recursive: true, force: true });

export function newestBackup(file: string): string {
  const names = fs.readdirSync(backupsOf(file)).filter((name) => name.endsWith('.db'));
  const newest = names.sort().at(-1);
  if (!newest) throw new Error('There is no backup to take.');
  return path.join(backupsOf(file), newest);
}

export const withoutNote = (file: string) => fs.rmSync(`${file}.saved`, { force: true });
