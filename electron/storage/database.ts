import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../core/result.ts';
import { keepLog, timeInName } from './damaged-file.ts';
import { APPLICATION_ID, latestVersion, migrate, versionOf } from './migrate.ts';
import { networkShareOf } from './network-share.ts';
import { FULL_DISK } from './storage-error.ts';

export type OpenDatabase = {
  readonly db: Database.Database;
  /** Nothing can be written: every attempt fails with SQLITE_READONLY. */
  readonly readOnly: boolean;
  /** The last session did not close the database: `integrity_check` was run instead of `quick_check`. */
  readonly afterUncleanEnd: boolean;
};

/** Why a database was not opened; the file is as it was. */
export type OpenError = {
  readonly state: 'damaged' | 'too-new' | 'unavailable';
  readonly message: string;
  /** What SQLite found, for the log; null when the message says it all. */
  readonly detail: string | null;
};

/** The message with what SQLite found: for the log and for the command line. */
export function fullMessage({ message, detail }: Pick<OpenError, 'message' | 'detail'>): string {
  return detail === null ? message : `${message} (${detail})`;
}

const BUSY_TIMEOUT_MS = 3000;
/** Bytes that the write-ahead log keeps on the disk once it was written back. */
const LONGEST_LOG = 16 * 1024 * 1024;
// Read and write version of the file format, 2 while its journal is a write-ahead log.
const JOURNAL_BYTES = [18, 19] as const;

/**
 * Opens the database of a path, checks it, and brings it to today's shape; makes it where there is none.
 *
 * Before a migration a copy is put beside it. A file or folder that cannot be written is opened for
 * reading. Never moves, replaces or deletes anything.
 */
export function openDatabase(file: string, at: Date): Result<OpenDatabase, OpenError> {
  try {
    const refusal = refusedPlace(file);
    if (refusal) return err(refusal);
    const afterUncleanEnd = sizeOf(`${file}-wal`) > 0;
    const readOnly = !isWritable(file);
    if (readOnly || !afterUncleanEnd) return openChecked(file, at, { readOnly, thorough: afterUncleanEnd });
    const settle = keepLog(file);
    const opened = openChecked(file, at, { readOnly, thorough: true });
    settle(!opened.ok && opened.error.state === 'damaged' ? 'damaged' : 'sound');
    return opened;
  } catch (error) {
    return err(openError(error, file));
  }
}

function openChecked(file: string, at: Date, checks: Checks): Result<OpenDatabase, OpenError> {
  const { readOnly, thorough } = checks;
  let db: Database.Database | null = null;
  try {
    db = readOnly ? openForReading(file) : new Database(file, { timeout: BUSY_TIMEOUT_MS });
    const problem = problemOf(db, file, checks);
    if (problem) return closeWith(db, problem);
    if (!readOnly) prepareForWriting(db, file, at);
    setSafetyPragmas(db);
    return ok({ db, readOnly, afterUncleanEnd: thorough });
  } catch (error) {
    return closeWith(db, openError(error, file));
  }
}

function closeWith(db: Database.Database | null, error: OpenError): Result<never, OpenError> {
  db?.close();
  return err(error);
}

function refusedPlace(file: string): OpenError | null {
  const share = networkShareOf(file);
  if (share !== null) {
    const message = `The database cannot lie on a network share (${share}): keep it on a local disk.`;
    return { state: 'unavailable', message, detail: null };
  }
  if (fs.existsSync(file)) return null;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.accessSync(path.dirname(file), fs.constants.W_OK);
    return null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const message = `The folder ${path.dirname(file)} cannot be written (${code}): allow writing to it, then start Sallyport again.`;
    return { state: 'unavailable', message, detail: null };
  }
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function isWritable(file: string): boolean {
  try {
    fs.accessSync(path.dirname(file), fs.constants.W_OK);
    if (fs.existsSync(file)) fs.accessSync(file, fs.constants.W_OK);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return false;
  }
}

/** A database that nothing can be written to; with an empty log its file is only read, never touched. */
function openForReading(file: string): Database.Database {
  if (sizeOf(`${file}-wal`) > 0) {
    const db = new Database(file, { readonly: true, timeout: BUSY_TIMEOUT_MS });
    db.pragma('query_only = ON');
    return db;
  }
  // A log needs files beside the database; without one SQLite can work on the bytes alone.
  const bytes = fs.readFileSync(file);
  for (const at of JOURNAL_BYTES) if (bytes[at] === 2) bytes[at] = 1;
  const db = new Database(bytes);
  db.pragma('query_only = ON');
  return db;
}

type Checks = { readonly readOnly: boolean; readonly thorough: boolean };

function problemOf(db: Database.Database, file: string, { readOnly, thorough }: Checks): OpenError | null {
  const version = versionOf(db);
  const name = path.basename(file);
  if (version > latestVersion()) {
    const message = `The database ${name} was written by a newer Sallyport. Use that one, or a newer one still.`;
    return { state: 'too-new', message, detail: null };
  }
  if (readOnly && version < latestVersion()) {
    const message = `The database ${name} has to be brought up to date: allow writing to its file and folder, then start Sallyport again.`;
    return { state: 'unavailable', message, detail: null };
  }
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  const owner = db.pragma('application_id', { simple: true });
  if (owner !== APPLICATION_ID && tables > 0) {
    const message = `The file ${name} is not a database of this application.`;
    return { state: 'damaged', message, detail: null };
  }
  db.pragma('cell_size_check = ON');
  const check = db.pragma(thorough ? 'integrity_check(1)' : 'quick_check(1)', { simple: true });
  return check === 'ok' ? null : damaged(name, String(check));
}

function prepareForWriting(db: Database.Database, file: string, at: Date): void {
  db.pragma('journal_mode = WAL');
  // Under a write-ahead log this build drops to NORMAL with the first write: committed work could be lost.
  db.pragma('synchronous = FULL');
  // An edit of a whole plan makes the log that large once; the next one writes it from its beginning.
  db.pragma(`journal_size_limit = ${LONGEST_LOG}`);
  const version = versionOf(db);
  if (version > 0 && version < latestVersion()) {
    db.prepare('VACUUM INTO ?').run(`${file}.version-${version}-${timeInName(at)}`);
  }
  migrate(db);
}

function setSafetyPragmas(db: Database.Database): void {
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
}

function openError(error: unknown, file: string): OpenError {
  if (!(error instanceof Error)) throw error;
  const code = (error as NodeJS.ErrnoException).code;
  // A native module that does not load, or a bug: not something the file is to blame for.
  if (code === undefined || code.startsWith('ERR_')) throw error;
  const name = path.basename(file);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damaged(name, error.message);
  const known = reasons.find(([pattern]) => pattern.test(code))?.[1];
  const why = known ?? `the system says ${code}. Check its file and folder`;
  const message = `The database ${name} cannot be opened: ${why}, then start Sallyport again.`;
  return { state: 'unavailable', message, detail: `${code}: ${error.message}` };
}

const reasons: readonly (readonly [code: RegExp, why: string])[] = [
  [FULL_DISK, 'the disk is full. Free some space on it'],
  [/^SQLITE_(BUSY|LOCKED)/, 'another program is using it. Close that program'],
  [/^(EACCES|EPERM|SQLITE_(PERM|AUTH))/, 'you may not read it. Allow reading and writing'],
];

function damaged(name: string, found: string): OpenError {
  return { state: 'damaged', message: `The database ${name} is damaged.`, detail: found };
}
