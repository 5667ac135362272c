import type Database from 'better-sqlite3';

type Pages = { readonly log: number };

/**
 * How many pages the write-ahead log of an open database holds; 0 where there is none. Writes nothing.
 *
 * SQLite is asked, and not the log's files: a process that closes any of a database's files lets go of all locks
 * that it has there (POSIX, `fcntl`), those of SQLite included. Another process then takes the database for one
 * that nobody has open and cuts the log's index short under this one, which ends by a bus error (SQLite, "How To
 * Corrupt An SQLite Database File", section 2.2).
 */
export function pagesInLog(db: Database.Database): number {
  // NOOP: the counts alone, from SQLite 3.51 on; an earlier one would write the log back, and that write would be
  // taken for another program's. A test holds that nothing is written.
  const [pages] = db.pragma('wal_checkpoint(NOOP)') as readonly Pages[];
  return Math.max(pages?.log ?? 0, 0);
}
