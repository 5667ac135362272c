import type { StepTrouble } from '../../core/contract/shapes.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { AnyId } from '../../core/plan/kinds/index.ts';
import { isPlacedKind, kindOf } from '../../core/plan/plan.ts';
import { composeDiffs } from '../../core/records/diff.ts';

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
  /** Whether it was read from the journal; what was done in this session fits the plan without a look. */
  readonly isRead?: true;
  /** Why it can be neither taken back nor brought forth; it has no diff then. */
  readonly trouble?: StepTrouble;
};

/** How many steps of each stack lie in the journal alone, beneath those that are here. */
export type Depths = { readonly done: number; readonly undone: number };

export type History = {
  /** Steps that undo can take back, oldest first; those beneath them are in the journal. */
  readonly done: readonly HistoryEntry[];
  /** Steps that redo can bring back, the next one last; those beneath them are in the journal. */
  readonly undone: readonly HistoryEntry[];
  readonly deeper: Depths;
};

export type Stack = 'done' | 'undone';

export const emptyHistory: History = { done: [], undone: [], deeper: { done: 0, undone: 0 } };

/** So long after a step of the same merge key a commit belongs to it, milliseconds. */
export const MERGE_WITHIN_MS = 1000;

/** Whether a commit belongs to the newest step: nudges, and typing in one field, within a second. */
export function mergesWith(history: History, mergeKey: string | null, atMs: number): HistoryEntry | null {
  const top = history.done.at(-1);
  const merges = top && mergeKey !== null && top.mergeKey === mergeKey && atMs - top.atMs < MERGE_WITHIN_MS;
  return merges ? top : null;
}

/** The history after a commit; nothing can be redone any more. */
export function pushEntry(history: History, entry: HistoryEntry): History {
  const top = mergesWith(history, entry.mergeKey, entry.atMs);
  const deeper = { ...history.deeper, undone: 0 };
  if (!top) return { done: [...history.done, entry], undone: [], deeper };
  const merged = { ...top, diff: composeDiffs(top.diff, entry.diff), atMs: entry.atMs };
  return { done: [...history.done.slice(0, -1), merged], undone: [], deeper };
}

/** The history after `undoStep` took its newest step back. */
export function afterUndo(history: History, undoStep: string): History {
  const { done, undone, deeper } = history;
  const entry = done.at(-1);
  if (!entry) return history;
  return { done: done.slice(0, -1), undone: [...undone, { ...entry, undoneBy: undoStep }], deeper };
}

/** The history after redo brought the last undone step back, now under the name `redoStep`. */
export function afterRedo(history: History, redoStep: string): History {
  const { done, undone, deeper } = history;
  const entry = undone.at(-1);
  if (!entry) return history;
  const redone = { ...entry, step: redoStep, mergeKey: null, undoneBy: null };
  return { done: [...done, redone], undone: undone.slice(0, -1), deeper };
}

/**
 * What is selected when a step is brought back: what was when it was made, where it changed any of that. What goes
 * along by itself, as a door with its wall, is not changed. Of a step that drew or copied something, or was about
 * something else, what it added and changed.
 */
export function selectionOfRedo(diff: PlanDiff, selectionBefore: ReadonlySet<AnyId>): Iterable<AnyId> {
  const addsRecords = [...diff].some(([id, { before }]) => before === null && isPlacedKind(kindOf(id)));
  const isAboutIt = [...selectionBefore].some((id) => diff.has(id));
  return isAboutIt && !addsRecords ? selectionBefore : diff.keys();
}

/** Whether an edit removes what the newest step added, so that undoing the step does it without another. */
export function takesBack(diff: PlanDiff, newest: HistoryEntry | undefined): boolean {
  return [...diff].some(([id, { after }]) => after === null && newest?.diff.get(id)?.before === null);
}
