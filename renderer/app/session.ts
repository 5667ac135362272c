import type { Value } from '../../core/contract/contract.ts';
import { parsePlanContent } from '../../core/contract/plan-content.ts';
import type { StoredDiff, StoredStep } from '../../core/contract/shapes.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { AnyId } from '../../core/plan/records/index.ts';
import { createEditor } from '../editor/create-editor.ts';
import type { Editor } from '../editor/editor.ts';
import type { HistoryEntry } from '../editor/history.ts';
import { Autosave } from '../storage/autosave.ts';
import { bridge } from '../storage/bridge.ts';

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

/** The session of a plan that main has loaded. */
export function openSession(opened: Value<'plans.open'>): Session {
  const { records, done, undone } = parsePlanContent(opened.content);
  const editor = createEditor({
    plan: records,
    history: { done: done.map(entryOf), undone: undone.map(entryOf) },
    newUuid: () => crypto.randomUUID(),
    now: () => performance.now(),
  });
  const autosave = new Autosave({
    planId: opened.plan.id,
    version: opened.version,
    bridge,
    author: '',
    now: () => new Date().toISOString(),
  });
  editor.subscribe('plan', (change) => autosave.add(change));
  return { planId: opened.plan.id, planName: opened.plan.name, siteName: opened.siteName, editor, autosave };
}
