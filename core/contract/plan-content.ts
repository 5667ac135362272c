import type { PlanRecord } from '../plan/records/index.ts';
import type { StoredStep } from './shapes.ts';

/** The steps that undo and redo can take when a plan is opened. */
export type PlanSteps = {
  /** Oldest first. */
  readonly done: readonly StoredStep[];
  /** The next one to redo last. */
  readonly undone: readonly StoredStep[];
};

/** The steps in a text that main wrote: every record in it was parsed when it came from the database. */
export function parsePlanSteps(text: string): PlanSteps {
  return JSON.parse(text) as PlanSteps;
}

/** The records in a page that main wrote: each was parsed, or is to the letter what was parsed and stored. */
export function parseRecordPage(text: string): readonly PlanRecord[] {
  return JSON.parse(text) as readonly PlanRecord[];
}
