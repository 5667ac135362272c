import type { Value } from '../../core/contract/contract.ts';
import type { StoredDiff, StoredStep } from '../../core/contract/shapes.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import { inOrder, planOf } from '../../core/plan/plan.ts';
import type { AnyId, IdOf, Kind } from '../../core/plan/records/index.ts';
import { planBounds } from '../../core/plan/shape.ts';
import { buildIndex } from '../../core/plan/spatial-index.ts';
import { Editor } from '../editor/editor.ts';
import type { HistoryEntry } from '../editor/history.ts';
import { tools } from '../editor/tools/index.ts';
import { fit } from '../editor/viewport.ts';
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

const STARTING_VIEWPORT = { centre: { x: 25, y: 15 }, pixelsPerMetre: 14, widthPx: 1000, heightPx: 700 };

/** The session of a plan that main has loaded. */
export function openSession(opened: Value<'plans.open'>): Session {
  const plan = planOf(opened.records);
  const floor = inOrder(plan, 'floor')[0];
  const layer = inOrder(plan, 'layer')[0];
  if (!floor || !layer)
    throw new Error('A stored plan has neither floor nor layer: it was not checked before.');
  const box = planBounds(plan, floor.id);
  const editor = new Editor({
    plan,
    index: buildIndex(plan),
    view: {
      floor: floor.id,
      layer: layer.id,
      snapping: true,
      ortho: false,
      grid: true,
      gridStep: 1,
      coverage: true,
      armed: {},
    },
    viewport: box ? fit(STARTING_VIEWPORT, box) : STARTING_VIEWPORT,
    history: { done: opened.done.map(entryOf), undone: opened.undone.map(entryOf) },
    tools,
    newId: <K extends Kind>(kind: K) => `${kind}:${crypto.randomUUID()}` as IdOf<K>,
    newStep: () => crypto.randomUUID(),
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
