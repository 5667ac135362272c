import type { PlanRecord } from '../plan/records/index.ts';
import type { StoredStep } from './shapes.ts';

/** What a plan holds when it is opened: its records, and the steps that undo and redo can take. */
export type PlanContent = {
  readonly records: readonly PlanRecord[];
  /** Oldest first. */
  readonly done: readonly StoredStep[];
  /** The next one to redo last. */
  readonly undone: readonly StoredStep[];
};

/** The content in a text that main wrote: every record in it was parsed when it came from the database. */
export function parsePlanContent(text: string): PlanContent {
  return JSON.parse(text) as PlanContent;
}
