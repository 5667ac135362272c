import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../core/result.ts';
import { keepLog } from './damaged-file.ts';
import { APPLICATION_ID, latestVersion, migrate, versionOf } from './migrate.ts';
import { networkShareOf } from './network-share.ts';
import { timeInName } from './safekeeping/backup-name.ts';
import { isTooNew, strangePartsOf } from './safekeeping/expected-schema.ts';
import { makePrivateFile, removeFile } from './safekeeping/private-files.ts';
import { logOf, realFileOf } from './safekeeping/real-file.ts';
import { systemCode } from './safekeeping/system-error.ts';
import { BUSY, FULL_DISK } from './storage-error.ts';

export type OpenDatabase = {
  readonly db: Database.Database;
  /** Nothing can be written: every attempt fails with SQLITE_READONLY. */
  readonly readOnly: boolean;
  /** The last session did not close the database: it was checked before anything else was done. */
  readonly afterUncleanEnd: boolean;
  /** Too large to be checked before it is used: whoever opens it has that done beside its work. */
  readonly isUnchecked: boolean;
};

/** Why a database was not opened; the file is as it was. */
export type OpenError = {
  readonly state: 'damaged' | 'missing' | 'too-new' | 'unavailable';
  readonly message: string;
  /** What SQLite found, for the log; null when the message says it all. */
  readonly detail: string | null;
  /** Waiting or another permission will not help: what was kept of it is worth offering. */
  readonly isLasting?: true;
  /** Another program holds it for now. */
  readonly isBusy?: true;
};

/** The message with what SQLite found: for the log and for the command line. */
export function fullMessage({ message, detail }: Pick<OpenError, 'message' | 'detail'>): string {
  return detail === null ? message : `${message} (${detail})`;
}

/** Bytes that the write-ahead log keeps on the disk once it was written back. */
const LONGEST_LOG = 16 * 1024 * 1024;
export type OpenSettings = {
  /** How long a call waits for another program; nothing else is done meanwhile. */
  readonly busyTimeoutMs?: number;
  /** False where there was a database before: none is begun then, and an empty file is a missing one. */
  readonly mayBegin?: boolean;
  /** Whether a database is checked whatever its size. */
  readonly checksAll?: boolean;
};

const PATIENT_MS = 3000;
// Read and write version of the file format, 2 while its journal is a write-ahead log.
const JOURNAL_BYTES = [18, 19] as const;
/**
 * Larger ones are checked in a job after they were opened. A check reads every page (590 MB: 0.4 s), and after
 * a clean end nothing is lost by reading first: every record has a checksum of its own.
 */
const CHECKED_UP_TO = 32 * 1024 * 1024;

/**
 * Opens the database of a path, checks it, and brings it to today's shape; makes it where there is none.
 *
 * Before a migration a copy is put beside it. A file or folder that cannot be written is opened for
 * reading. Never moves, replaces or deletes anything.
 */
export function openDatabase(
  file: string,
  at: Date,
  settings: OpenSettings = {},
): Result<OpenDatabase, OpenError> {
  try {
    const refusal = refusedPlace(file) ?? refusedBeginning(file, settings);
    if (refusal) return err(refusal);
    const afterUncleanEnd = sizeOf(logOf(file)) > 0;
    const readOnly = !isWritable(file);
    const checks = { ...settings, readOnly, thorough: afterUncleanEnd };
    if (readOnly || !afterUncleanEnd) return openChecked(file, at, checks);
    const settle = keepLog(file);
    const opened = openChecked(file, at, checks);
    settle(!opened.ok && opened.error.state === 'damaged' ? 'damaged' : 'sound');
    return opened;
  } catch (error) {
    return err(openError(error, file));
  }
}

/** Why nothing is begun: there was a database, and what is here is none, or one that nothing was ever put into. */
function refusedBeginning(file: string, { mayBegin = true }: OpenSettings): OpenError | null {
  return mayBegin || sizeOf(file) > 0 ? null : missing(file);
}

function missing(file: string): OpenError {
  const name = path.basename(file);
  const message = fs.existsSync(file)
    ? `The database ${name} is empty, and it was not before.`
    : `The database ${name} is not there, and it was before.`;
  return { state: 'missing', message, detail: null };
}

function openChecked(file: string, at: Date, checks: Checks): Result<OpenDatabase, OpenError> {
  const { readOnly, thorough } = checks;
  let db: Database.Database | null = null;
  try {
    db = readOnly ? openForReading(file) : openForWriting(file, checks);
    const problem = problemOf(db, file, checks);
    if (problem) return closeWith(db, problem);
    if (!readOnly) prepareForWriting(db, file, at);
    setSafetyPragmas(db);
    return ok({ db, readOnly, afterUncleanEnd: thorough, isUnchecked: !isCheckedNow(file, checks) });
  } catch (error) {
    return closeWith(db, openError(error, file));
  }
}

function openForWriting(file: string, { busyTimeoutMs = PATIENT_MS }: Checks): Database.Database {
  // SQLite gives its log files the mode of the database.
  if (!fs.existsSync(file)) makePrivateFile(file);
  return new Database(file, { timeout: busyTimeoutMs });
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

/** Why nothing can be told of what lies in the folder of a database; null where it can be looked into, or is none yet. */
export function unreadableFolder(file: string): OpenError | null {
  for (const folder of new Set([path.dirname(file), path.dirname(realFileOf(file))])) {
    try {
      fs.readdirSync(folder);
      fs.accessSync(folder, fs.constants.X_OK);
    } catch (error) {
      // One that is not there yet is made.
      if (systemCode(error) === 'ENOENT') continue;
      const message = `The folder ${folder} cannot be read (${systemCode(error)}): allow reading and writing it, then start Sallyport again.`;
      return { state: 'unavailable', message, detail: null };
    }
  }
  return null;
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Whether a database and its folder can be written. */
export function isWritable(file: string): boolean {
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
export function openForReading(file: string): Database.Database {
  if (sizeOf(logOf(file)) > 0) {
    const db = new Database(file, { readonly: true, timeout: PATIENT_MS });
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

type Checks = OpenSettings & { readonly readOnly: boolean; readonly thorough: boolean };

function problemOf(db: Database.Database, file: string, checks: Checks): OpenError | null {
  const name = path.basename(file);
  const refusal = refusedVersion(db, name, checks);
  if (refusal) return refusal;
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (tables === 0 && checks.mayBegin === false) return missing(file);
  const owner = db.pragma('application_id', { simple: true });
  if (owner !== APPLICATION_ID && tables > 0) {
    const message = `The file ${name} is not a database of this application.`;
    return { state: 'damaged', message, detail: null };
  }
  if (tables > 0) {
    const strange = strangePartsOf(db);
    if (strange.length > 0) return strangeParts(name, strange);
  }
  if (!isCheckedNow(file, checks)) return null;
  db.pragma('cell_size_check = ON');
  const isSmall = sizeOf(file) <= CHECKED_UP_TO;
  const check = db.pragma(checks.thorough && isSmall ? 'integrity_check(1)' : 'quick_check(1)', {
    simple: true,
  });
  return check === 'ok' ? null : damaged(name, String(check));
}

/**
 * After an unclean end the pages are checked before anything is written, whatever the size: a disk that lost
 * what it called written shows there, and a checkpoint would spread it.
 */
function isCheckedNow(file: string, { thorough, checksAll = false }: Checks): boolean {
  return thorough || checksAll || sizeOf(file) <= CHECKED_UP_TO;
}

function refusedVersion(db: Database.Database, name: string, { readOnly }: Checks): OpenError | null {
  if (isTooNew(db)) {
    const message = `The database ${name} was written by a newer Sallyport. Use that one, or a newer one still.`;
    return { state: 'too-new', message, detail: null };
  }
  if (readOnly && versionOf(db) < latestVersion()) {
    const message = `The database ${name} has to be brought up to date: allow writing to its file and folder, then start Sallyport again.`;
    return { state: 'unavailable', message, detail: null };
  }
  return null;
}

function strangeParts(name: string, parts: readonly string[]): OpenError {
  const more = parts.length > 3 ? ` and ${parts.length - 3} more` : '';
  const message = `The database ${name} is not as this application left it.`;
  return { state: 'damaged', message, detail: `it has ${parts.slice(0, 3).join(', ')}${more}` };
}

function prepareForWriting(db: Database.Database, file: string, at: Date): void {
  db.pragma('journal_mode = WAL');
  // Under a write-ahead log this build drops to NORMAL with the first write: committed work could be lost.
  db.pragma('synchronous = FULL');
  // An edit of a whole plan makes the log that large once; the next one writes it from its beginning.
  db.pragma(`journal_size_limit = ${LONGEST_LOG}`);
  const version = versionOf(db);
  if (version > 0 && version < latestVersion()) {
    const copy = `${file}.version-${version}-${timeInName(at)}`;
    migrateBeside(db, copy);
  } else migrate(db);
}

/** Puts a copy beside the database before it is migrated; none is left where either fails: all is as it was then. */
function migrateBeside(db: Database.Database, copy: string): void {
  try {
    makePrivateFile(copy);
    db.prepare('VACUUM INTO ?').run(copy);
    migrate(db);
  } catch (error) {
    for (const ending of ['', '-journal']) removeFile(copy + ending);
    throw error;
  }
}

function setSafetyPragmas(db: Database.Database): void {
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
}

/** Why a database was not opened, of what was thrown; a bug is thrown again. */
export function openError(error: unknown, file: string): OpenError {
  if (!(error instanceof Error)) throw error;
  const code = (error as NodeJS.ErrnoException).code;
  // A native module that does not load, or a bug: not something the file is to blame for.
  if (code === undefined || code.startsWith('ERR_')) throw error;
  const name = path.basename(file);
  const known = reasons.find(([pattern]) => pattern.test(code));
  const isOfDisk = !code.startsWith('SQLITE_') || /^SQLITE_(IOERR|CANTOPEN)/.test(code);
  // Whatever else SQLite says is about what the file holds: a row, a table or a column is not as it was.
  if (!known && !isOfDisk) return damaged(name, error.message);
  const why = known?.[1] ?? `the system says ${code}. Check its file and folder`;
  const message = `The database ${name} cannot be opened: ${why}, then start Sallyport again.`;
  return {
    state: 'unavailable',
    message,
    detail: `${code}: ${error.message}`,
    ...(known === undefined && { isLasting: true }),
    ...(BUSY.test(code) && { isBusy: true }),
  };
}

const reasons: readonly (readonly [code: RegExp, why: string])[] = [
  [FULL_DISK, 'the disk is full. Free some space on it'],
  [BUSY, 'another program is using it. Close that program'],
  [/^(EACCES|EPERM|EROFS|SQLITE_(PERM|AUTH|READONLY))/, 'you may not read or write it. Allow both'],
];

function damaged(name: string, found: string): OpenError {
  return { state: 'damaged', message: `The database ${name} is damaged.`, detail: found };
}
