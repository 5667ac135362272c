import { err, ok, type Result } from '../../../core/result.ts';
import type { OpenError } from '../database.ts';
import { type DatabaseLock, lockDatabase, lockRefusalText } from './database-lock.ts';

const HELD =
  'Another Sallyport is working on the database: its window, or a command. It is opened as soon as that has ended.';

/** The lock of a database, null where none is needed; or why it is not to be opened without. */
export function takeLock(file: string): Result<DatabaseLock | null, OpenError> {
  const lock = lockDatabase(file);
  if (lock === 'held') return err({ state: 'unavailable', message: HELD, detail: null, isBusy: true });
  if (lock && 'code' in lock)
    return err({ state: 'unavailable', message: lockRefusalText(file, lock), detail: null });
  return ok(lock);
}
