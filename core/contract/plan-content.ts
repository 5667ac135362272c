import type { PlanRecord } from '../plan/kinds/index.ts';

/** The records in a page that main wrote: each was parsed, or is to the letter what was parsed and stored. */
export function parseRecordPage(text: string): readonly PlanRecord[] {
  return JSON.parse(text) as readonly PlanRecord[];
}
