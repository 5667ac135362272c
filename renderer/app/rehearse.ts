import { stages } from '../../core/drawing/composition.ts';
import type { Box } from '../../core/geometry/box.ts';
import { planOfFragment } from '../../core/plan/parts/fragment.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { PlanDrawings } from '../canvas/plan-drawings.ts';
import { bundledTemplates } from '../commands/templates.ts';
import { createEditor, openingViewport } from '../editor/create-editor.ts';

// By then the engine has compiled for speed what it found to be used often: more rounds gain nothing.
const ROUNDS = 12;
// A template takes less than this, even at first.
const SPARE_MS = 16;

const everywhere: Box = { minX: -Infinity, minY: -Infinity, maxX: Infinity, maxY: Infinity };

/**
 * Draws the bundled templates, on nothing, a little in each pause until `signal` ends it.
 *
 * The engine runs code that is new to it uncompiled, several times slower: the first plan that is opened
 * would be drawn like that.
 */
export async function rehearse(signal: AbortSignal): Promise<void> {
  const pause = () => new Promise<IdleDeadline>((resolve) => requestIdleCallback(resolve));
  const plans = bundledTemplates().map(({ fragment }) => planOfFragment(fragment));
  let idle = await pause();
  for (let round = 0; round < ROUNDS; round++) {
    for (const plan of plans) {
      while (idle.timeRemaining() < SPARE_MS && !signal.aborted) idle = await pause();
      if (signal.aborted) return;
      draw(plan);
    }
  }
}

/** All that is drawn of a plan when it opens, from near and from far. */
function draw(plan: Plan): void {
  const editor = createEditor({ plan, newUuid: () => '', now: () => 0 });
  openingViewport(editor, editor.viewport);
  const drawings = new PlanDrawings(editor);
  for (const isFar of [true, false]) {
    for (const stage of stages) {
      // Each is made when it is asked for.
      for (const _ of drawings.stage(stage, everywhere, isFar));
    }
  }
}
