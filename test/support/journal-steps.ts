import type { SentCommit, StoredCommit } from '../../core/contract/shapes.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import { composeDiffs } from '../../core/records/diff.ts';
import { PageWriter, readPage } from '../../core/records/packed-change.ts';
import type { JournalRepository, Stack } from '../../electron/storage/journal/journal-repository.ts';
import { granted } from './plan-builder.ts';

/** A step as it is read from a journal, its commits composed into one diff. */
export type ReadStep = {
  readonly step: string;
  readonly undoneBy: string | null;
  readonly label: string;
  readonly at: string;
  readonly diff: PlanDiff;
};

/** A commit as the window sends it. */
export function sent({ diff, ...facts }: StoredCommit): SentCommit {
  const pages = new PageWriter();
  for (const change of diff) pages.add(change);
  return { ...facts, pages: [...pages.end()] };
}

/** The commits that pages of rows hold, composed into one diff. */
export function diffOfRows(rows: readonly (readonly string[])[]): PlanDiff {
  const diffs = rows.map(
    (pages) =>
      new Map(
        pages.flatMap((page) => readPage<PlanRecord>(page)).map(({ id, ...change }) => [id, change] as const),
      ),
  );
  return diffs.reduce<PlanDiff>(composeDiffs, new Map());
}

async function stackOf(journal: JournalRepository, id: string, stack: Stack): Promise<ReadStep[]> {
  const steps: ReadStep[] = [];
  let upTo = granted(journal.depths(id))[stack];
  while (upTo > 0) {
    const part = granted(await journal.steps(id, { stack, upTo, characters: 10_000_000 }));
    for (const { step, undoneBy, label, at, rows, trouble } of part) {
      if (!rows) throw new Error(`The step ${step} cannot be read: ${trouble ?? 'it is too large'}.`);
      steps.unshift({ step, undoneBy, label, at, diff: diffOfRows(rows) });
    }
    upTo -= part.length;
  }
  return steps;
}

/** All steps that undo and redo can take of a plan, in the order of their stacks. */
export async function allSteps(journal: JournalRepository, id: string) {
  return { done: await stackOf(journal, id, 'done'), undone: await stackOf(journal, id, 'undone') };
}
