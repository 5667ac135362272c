import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import type { Plan } from '../../core/plan/plan.ts';
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
  let db: Database.Database | null = null;
  try {
    db = new Database(database, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    db.pragma('query_only = ON');
    const plans = new PlanRepository(db, { newId: randomUUID, now: () => new Date().toISOString() });
    return plans.copiesOf(planId).find((id) => plans.holds(id, plan)) ?? null;
  } catch (error) {
    if (storageError(error) === null) throw error;
    return null;
  } finally {
    db?.close();
  }
}
