import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import type { Plan } from '../../core/plan/plan.ts';
import { AttachmentRepository, attachmentSql } from './attachment-repository.ts';
import { PlanRepository } from './plan-repository.ts';
import { storageError } from './storage-error.ts';

const BUSY_TIMEOUT_MS = 3000;

/**
 * The stored plan, the trash included, that a file's plan is or was received for and that holds exactly its
 * records; null when none does.
 *
 * Reads on a connection of its own, beside whoever has the database open: for another process than main. One
 * that cannot be opened for reading holds none.
 */
export function storedEqual(database: string, planId: string, plan: Plan): string | null {
  return readBeside(database, (db) => {
    const plans = new PlanRepository(db, { newId: randomUUID, now: () => new Date().toISOString() });
    return plans.copiesOf(planId).find((id) => plans.holds(id, plan)) ?? null;
  });
}

/** Whether a database has a picture as it was stored: all its bytes are read for that. In the same way. */
export function hasPicture(database: string, sha256: string): boolean {
  return readBeside(database, (db) => new AttachmentRepository(db).get(sha256)) !== null;
}

/** Whether a database knows a picture, by its row or by an underlay, and no longer has it as it was stored. */
export function lostPicture(database: string, sha256: string): boolean {
  const isLost = readBeside(database, (db) => {
    const attachments = new AttachmentRepository(db);
    const isNamed = attachments.has(sha256) || db.prepare(attachmentSql.inRecord).get(sha256) !== undefined;
    return isNamed && attachments.get(sha256) === null;
  });
  return isLost === true;
}

function readBeside<T>(database: string, work: (db: Database.Database) => T): T | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(database, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    db.pragma('query_only = ON');
    return work(db);
  } catch (error) {
    if (storageError(error) === null) throw error;
    return null;
  } finally {
    db?.close();
  }
}
