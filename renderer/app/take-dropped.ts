import type { Value } from '../../core/contract/contract.ts';
import type { Answer } from '../../core/contract/method.ts';
import { ok } from '../../core/result.ts';
import type { Tell } from '../commands/command.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';
import { askMapping } from './mapping/mapping-question.ts';
import { planOrAsk } from './mapping/receive-map.ts';

type Received = Value<'files.takeDropped'>;

export type DropSetup = {
  readonly tell: Tell;
  readonly placePicture: (picture: NonNullable<Received['picture']>) => void;
  readonly openPlan: (planId: string, remarks: readonly string[]) => Promise<void>;
};

/**
 * Takes files that were dropped together, one after the other: each picture goes under the plan that is open,
 * each plan is stored, and the last of them is opened.
 */
export async function takeDropped(files: readonly File[], setup: DropSetup): Promise<void> {
  let last: { readonly name: string; readonly plan: NonNullable<Received['plan']> } | null = null;
  for (const file of files) {
    const answer = await takenOrAsked(file);
    if (!answer.ok) {
      if (answer.error.code !== 'cancelled') setup.tell(answer.error.message, { tone: 'fail' });
      continue;
    }
    const { plan, picture } = answer.value;
    if (picture) setup.placePicture(picture);
    if (plan && last) setup.tell(text('app.drop.stored', { name: last.name }));
    if (plan) last = { name: file.name, plan };
  }
  if (last) await setup.openPlan(last.plan.planId, last.plan.remarks);
}

/** What a dropped file holds, after a person was asked what its features are where they are not understood. */
async function takenOrAsked(file: File): Promise<Answer<Received>> {
  const taken = await bridge['files.takeDropped'](file);
  if (taken.ok) return taken;
  const plan = await planOrAsk<never>(taken, { bridge, ask: askMapping });
  return plan.ok ? ok({ plan: plan.value, picture: null }) : plan;
}
