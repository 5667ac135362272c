import type { StoredDiff, StoredStep } from '../../core/contract/shapes.ts';
import { composeDiffs, type PlanDiff } from '../../core/plan/diff.ts';

/** What of a journal row decides which steps can be undone and redone. */
export type JournalCommit = {
  readonly seq: number;
  readonly step: string;
  readonly undoes: string | null;
  readonly label: string;
  readonly at: string;
};

/** A step whose diff is not read yet: the seqs of its commits, oldest first. */
export type StepOutline = Omit<StoredStep, 'diff'> & { readonly seqs: readonly number[] };

export type StepStacks<S> = {
  /** Steps that undo can take back, oldest first. */
  readonly done: readonly S[];
  /** Steps that redo can bring back, the next one last. */
  readonly undone: readonly S[];
};

/**
 * The undo and redo stacks that a journal leads to, oldest commit first.
 *
 * Commits of one step that follow each other are one entry. A commit whose `undoes` is the newest done
 * step is an undo; one whose `undoes` is the newest undo is a redo; any other clears what could be redone.
 */
export function stepsOfJournal(commits: Iterable<JournalCommit>): StepStacks<StepOutline> {
  const done: StepOutline[] = [];
  let undone: StepOutline[] = [];
  for (const commit of commits) {
    const top = done.at(-1);
    const next = undone.at(-1);
    if (top && commit.undoes === top.step) {
      done.pop();
      undone.push({ ...top, undoneBy: commit.step });
    } else if (next && commit.undoes === next.undoneBy) {
      undone.pop();
      done.push({ ...next, step: commit.step, at: commit.at, undoneBy: null });
    } else {
      undone = [];
      pushCommit(done, commit);
    }
  }
  return { done, undone };
}

function pushCommit(done: StepOutline[], { seq, step, label, at }: JournalCommit): void {
  const top = done.at(-1);
  if (top?.step === step) done[done.length - 1] = { ...top, at, seqs: [...top.seqs, seq] };
  else done.push({ step, undoneBy: null, label, at, seqs: [seq] });
}

/** The stored diffs of the commits of one step, composed into one. */
export function composeStored(diffs: readonly StoredDiff[]): StoredDiff {
  const [first, ...rest] = diffs;
  if (first === undefined || rest.length === 0) return first ?? [];
  return toStored(rest.reduce((sum, diff) => composeDiffs(sum, fromStored(diff)), fromStored(first)));
}

function fromStored(diff: StoredDiff): PlanDiff {
  return new Map(
    diff.map(({ id, before, after }) => [id as Parameters<PlanDiff['get']>[0], { before, after }]),
  );
}

function toStored(diff: PlanDiff): StoredDiff {
  return [...diff].map(([id, { before, after }]) => ({ id, before, after }));
}
