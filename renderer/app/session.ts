import type { StoredDiff, StoredStep } from '../../core/contract/shapes.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import { planOf } from '../../core/plan/plan.ts';
import type { AnyId } from '../../core/plan/records/index.ts';
import { createEditor } from '../editor/create-editor.ts';
import type { Editor } from '../editor/editor.ts';
import type { HistoryEntry } from '../editor/history.ts';
import { Autosave } from '../storage/autosave.ts';
import { bridge } from '../storage/bridge.ts';
import type { ReadPlan } from '../storage/read-plan.ts';

/** One open plan: its editor, and what keeps it on disk. */
export type Session = {
  readonly planId: string;
  readonly planName: string;
  readonly siteName: string;
  readonly editor: Editor;
  readonly autosave: Autosave;
};

function diffOf(stored: StoredDiff): PlanDiff {
  return new Map(stored.map(({ id, before, after }) => [id as AnyId, { before, after }]));
}

function entryOf({ step, undoneBy, label, diff }: StoredStep): HistoryEntry {
  return { step, label, diff: diffOf(diff), selectionBefore: new Set(), mergeKey: null, atMs: 0, undoneBy };
}

/** The session of a plan that was read. */
export function openSession({ plan, siteName, version, records, steps }: ReadPlan): Session {
  const editor = createEditor({
    plan: planOf(records),
    history: { done: steps.done.map(entryOf), undone: steps.undone.map(entryOf) },
    newUuid: () => crypto.randomUUID(),
    now: () => performance.now(),
  });
  const autosave = new Autosave({
    planId: plan.id,
    version,
    bridge,
    author: '',
    now: () => new Date().toISOString(),
  });
  editor.subscribe('plan', (change) => autosave.add(change));
  return { planId: plan.id, planName: plan.name, siteName, editor, autosave };
}
