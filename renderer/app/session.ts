import type { DerivationClient } from '../../core/derive/worker/client.ts';
import { planOf } from '../../core/plan/plan.ts';
import { openDerivations } from '../analysis/open-derivations.ts';
import { CoverageWatch, type WatchSetup } from '../editor/coverage-watch.ts';
import { createEditor } from '../editor/create-editor.ts';
import type { Editor } from '../editor/editor.ts';
import { followWorst } from '../editor/follow-worst.ts';
import { ZonesWatch } from '../editor/zones-watch.ts';
import { Autosave } from '../storage/autosave.ts';
import { bridge } from '../storage/bridge.ts';
import type { ReadPlan } from '../storage/read-plan.ts';
import { stepReader } from '../storage/read-steps.ts';

/** One open plan: its editor, and what keeps it on disk. */
export type Session = {
  readonly planId: string;
  readonly siteName: string;
  readonly editor: Editor;
  readonly autosave: Autosave;
  readonly derivations: DerivationClient;
  readonly coverage: CoverageWatch;
  readonly zones: ZonesWatch;
};

/** Edits come in quick succession while somebody types or repeats a key. */
const LATER_MS = 30;

/** The session of a plan that was read. */
export function openSession({ plan, siteName, version, records, steps }: ReadPlan): Session {
  const editor = createEditor({
    plan: planOf(records),
    history: { done: [], undone: [], deeper: steps },
    readSteps: stepReader(bridge, plan.id),
    newUuid: () => crypto.randomUUID(),
    now: () => performance.now(),
  });
  const autosave = new Autosave({
    planId: plan.id,
    version,
    bridge,
    author: '',
    now: () => new Date().toISOString(),
    onSaved: (sizes) => editor.history.saved(sizes),
  });
  editor.subscribe('plan', (change) => autosave.add(change));
  const derivations = openDerivations();
  const setup: WatchSetup = {
    ask: (asked, derivation, key) => derivations.ask(asked, derivation, key),
    later: (work) => {
      const pause = setTimeout(work, LATER_MS);
      return () => clearTimeout(pause);
    },
  };
  const coverage = new CoverageWatch(editor, setup);
  const zones = new ZonesWatch(editor, setup);
  followWorst(editor, zones);
  return { planId: plan.id, siteName, editor, autosave, derivations, coverage, zones };
}
