import type { Tell } from '../commands/command.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';
import { whenText } from './when-text.ts';

/** Says that a plan is damaged, and offers the newest good state of it alone that a backup can give. */
export async function tellDamaged(
  planId: string,
  { message, tell, openPlan }: { message: string; tell: Tell; openPlan: (planId: string) => Promise<void> },
): Promise<void> {
  const found = await bridge['storage.planState']({ planId });
  if (!found.ok) return tell(`${message} ${found.error.message}`, { tone: 'fail' });
  if (found.value === null) return tell(message, { tone: 'fail' });
  const { from, at, kind, lost, lostPictures } = found.value;
  const restore = async () => {
    const restored = await bridge['storage.restorePlan']({ planId, from });
    if (!restored.ok) return tell(restored.error.message, { tone: 'fail' });
    await openPlan(planId);
    if (lostPictures > 0)
      tell(text('storage.planPictures', { at: whenText(at), lost, lostPictures }), { tone: 'fail' });
    else if (lost === 0) tell(text('storage.planRestored', { at: whenText(at) }));
    else tell(text('storage.planPartly', { at: whenText(at), lost }), { tone: 'fail' });
  };
  const label = text(kind === 'mended' ? 'storage.planMend' : 'storage.planRestore');
  const what = kind === 'mended' ? 'storage.planMendable' : 'storage.planRestorable';
  tell(text(what, { message, at: whenText(at) }), {
    tone: 'fail',
    topic: planId,
    action: { label, onAction: () => void restore() },
  });
}
