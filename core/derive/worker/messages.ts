import type { AnyId, PlanRecord } from '../../plan/kinds/index.ts';

/** A record that is new or another one now, or the id of one that is gone. */
export type SentRecord = PlanRecord | AnyId;

/** What is said to a worker. Its records are the inputs of what is asked afterwards. */
export type ToWorker =
  | { readonly type: 'records'; readonly records: readonly SentRecord[] }
  | { readonly type: 'ask'; readonly number: number; readonly name: string; readonly key: unknown }
  /** What is computed from numbers that were gathered, not from records. */
  | { readonly type: 'compute'; readonly number: number; readonly name: string; readonly flat: unknown };

/** What a worker answers: the value, or what went wrong while it was computed. */
export type FromWorker =
  | { readonly type: 'value'; readonly number: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly number: number; readonly message: string };
