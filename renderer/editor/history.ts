import { composeDiffs, type PlanDiff } from '../../core/plan/diff.ts';
import type { AnyId } from '../../core/plan/records/index.ts';

/** One undo step. `selectionBefore` is restored, as far as it still exists, when the step is taken back. */
export type HistoryEntry = {
  readonly step: string;
  readonly label: string;
  readonly diff: PlanDiff;
  readonly selectionBefore: ReadonlySet<AnyId>;
  readonly mergeKey: string | null;
  readonly atMs: number;
  /** The step that took this one back, while it stands in `undone`; a redo names it as what it undoes. */
  readonly undoneBy: string | null;
};

export type History = {
  /** Steps that undo can take back, oldest first. */
  readonly done: readonly HistoryEntry[];
  /** Steps that redo can bring back, the next one last. */
  readonly undone: readonly HistoryEntry[];
};

export const emptyHistory: History = { done: [], undone: [] };

const MERGE_WITHIN_MS = 1000;

/** Whether a commit belongs to the newest step: nudges, and typing in one field, within a second. */
export function mergesWith(history: History, mergeKey: string | null, atMs: number): HistoryEntry | null {
  const top = history.done.at(-1);
  const merges = top && mergeKey !== null && top.mergeKey === mergeKey && atMs - top.atMs < MERGE_WITHIN_MS;
  return merges ? top : null;
}

/** The history after a commit; nothing can be redone any more. */
export function pushEntry(history: History, entry: HistoryEntry): History {
  const top = mergesWith(history, entry.mergeKey, entry.atMs);
  if (!top) return { done: [...history.done, entry], undone: [] };
  const merged = { ...top, diff: composeDiffs(top.diff, entry.diff), atMs: entry.atMs };
  return { done: [...history.done.slice(0, -1), merged], undone: [] };
}

/** The history after `undoStep` took its newest step back. */
export function afterUndo(history: History, undoStep: string): History {
  const entry = history.done.at(-1);
  if (!entry) return history;
  return { done: history.done.slice(0, -1), undone: [...history.undone, { ...entry, undoneBy: undoStep }] };
}

/** The history after redo brought the last undone step back, now under the name `redoStep`. */
export function afterRedo(history: History, redoStep: string): History {
  const entry = history.undone.at(-1);
  if (!entry) return history;
  const redone = { ...entry, step: redoStep, mergeKey: null, undoneBy: null };
  return { done: [...history.done, redone], undone: history.undone.slice(0, -1) };
}

/** Whether an edit removes what the newest step added, so that undoing the step does it without another. */
export function takesBack(diff: PlanDiff, newest: HistoryEntry | undefined): boolean {
  return [...diff].some(([id, { after }]) => after === null && newest?.diff.get(id)?.before === null);
}
