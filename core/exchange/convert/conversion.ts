import type { InsertRefusal } from '../../operations/fragment/insert-fragment.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId } from '../../plan/kinds/index.ts';

/** What became of a drawing: how much of it there was, and one sentence for each thing that a person has to know. */
export type Report = {
  /** Elements of the drawing, and records that were made of them. */
  readonly elements: number;
  readonly records: number;
  readonly remarks: readonly string[];
};

/** A drawing as an edit of a plan. */
export type Conversion = {
  readonly diff: PlanDiff;
  /** The new records, in the order of the drawing. */
  readonly ids: readonly AnyId[];
  readonly report: Report;
};

/** Why nothing of a drawing comes into a plan: the file is at fault, in a sentence that says what to do. */
export type AtFault = { readonly type: 'at-fault'; readonly message: string };

/** Or the plan cannot take it. */
export type NotTaken = {
  readonly type: 'not-taken';
  readonly reason: InsertRefusal;
  readonly report: Report;
};

/** The error of a file that is at fault. */
export const atFault = ({ message }: { readonly message: string }): AtFault => ({
  type: 'at-fault',
  message,
});
