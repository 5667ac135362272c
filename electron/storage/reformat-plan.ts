import { randomUUID } from 'node:crypto';
import type { AppError } from '../../core/contract/method.ts';
import { ok, type Result } from '../../core/result.ts';
import { beside, openBesideForWriting } from './beside.ts';
import { PlanRepository } from './plan-repository.ts';

/**
 * Brings a plan to today's plan format in one transaction, on a connection of its own: all its records are read,
 * which takes seconds where they are many.
 */
export function reformatPlan(given: {
  readonly file: string;
  readonly planId: string;
}): Promise<Result<null, AppError>> {
  return beside(
    () => openBesideForWriting(given.file),
    (db) => {
      const plans = new PlanRepository(db, { newId: randomUUID, now: () => new Date().toISOString() });
      const read = plans.load(given.planId);
      return read.ok ? ok(null) : read;
    },
  );
}
