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
  if (!found.ok || found.value === null) return tell(message, { tone: 'fail' });
  const { from, at, kind, lost } = found.value;
  const restore = async () => {
    const restored = await bridge['storage.restorePlan']({ planId, from });
    if (!restored.ok) return tell(restored.error.message, { tone: 'fail' });
    await openPlan(planId);
    const values = { at: whenText(at), lost };
    tell(lost > 0 ? text('storage.planPartly', values) : text('storage.planRestored', values), {
      tone: 'fail',
    });
  };
  const label = text(kind === 'mended' ? 'storage.planMend' : 'storage.planRestore', { at: whenText(at) });
  tell(message, { tone: 'fail', topic: planId, action: { label, onAction: () => void restore() } });
}
