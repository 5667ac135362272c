import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Database } from 'better-sqlite3';

const NAME = 'window.lock';
/** Two that try in one moment hold each other up for less than this. */
const WAIT_MS = 200;
const HELD_BY_ANOTHER = /^SQLITE_(BUSY|LOCKED)/;
const NO_DATABASE = /^SQLITE_(NOTADB|CORRUPT)/;

/** Whether this process may show the window of a data folder: it alone, another does, or nothing can tell. */
export type WindowLock =
  | { readonly type: 'held' }
  | { readonly type: 'other' }
  | { readonly type: 'none'; readonly why: string };

/** Open until the process ends, however it ends: the system then takes the lock back. */
let held: Database | null = null;

function lock(file: string): void {
  // Only where a window is wanted; the commands need none of it.
  const SQLite = createRequire(import.meta.url)('better-sqlite3') as new (
    file: string,
    options: { readonly timeout: number },
  ) => Database;
  const database = new SQLite(file, { timeout: WAIT_MS });
  try {
    // Nothing is ever written into it: a full disk does not matter.
    database.exec('BEGIN EXCLUSIVE');
    held = database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Takes the lock that the process with the window holds: a file lock of the system, through SQLite, which is
 * the same on every system and never left behind by a process that was killed.
 *
 * It says nothing about who writes to the database.
 */
export function takeWindowLock(folder: string): WindowLock {
  if (held) return { type: 'held' };
  const file = path.join(folder, NAME);
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      lock(file);
    } catch (error) {
      if (!NO_DATABASE.test(codeOf(error))) throw error;
      // Whoever held it would have been met first; emptied, not removed: locks stay with the file they are on.
      fs.truncateSync(file, 0);
      lock(file);
    }
    return { type: 'held' };
  } catch (error) {
    if (HELD_BY_ANOTHER.test(codeOf(error))) return { type: 'other' };
    return { type: 'none', why: error instanceof Error ? error.message : String(error) };
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '');
}
