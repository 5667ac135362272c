import type { PlacedRecord, RecordState } from '../kinds/index.ts';
import type { stateViews } from '../kinds/parts/fields.ts';

export type StateView = (typeof stateViews)[number];

/**
 * Whether records of a state are there in a way to look at the plan: what is only proposed is not there
 * today, what is to be removed still is; it is gone in the proposal, which keeps what is deficient.
 */
export function isInStateView(state: RecordState, view: StateView): boolean {
  if (view === 'today') return state !== 'proposed';
  return view === 'both' || state !== 'removed';
}

/** The record as it looks in a view: what is to be removed still stands today. */
export function asSeenIn<R extends PlacedRecord>(record: R, view: StateView): R {
  return view === 'today' && record.state === 'removed' ? { ...record, state: 'existing' } : record;
}
