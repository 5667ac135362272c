import { updateRecords } from '../../../core/operations/update-records.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import { inOrder } from '../../../core/plan/plan.ts';
import { take } from '../answer.ts';
import type { Command, CommandScope } from '../command.ts';
import { selectedRecords } from '../modify/answer.ts';
import { textIn } from '../values-form.ts';
import { needsSelection } from '../why-not.ts';

const NO_PHASE = 'none';

function setPhase(scope: CommandScope, chosen: string): string | null {
  const phase = inOrder(scope.editor.plan, 'phase').find(({ id }) => id === chosen)?.id ?? null;
  // Every placed kind has the field; which kinds are selected does not matter to the operation.
  const ids = selectedRecords(scope).map(({ id }) => id) as IdOf<'wall'>[];
  return take(scope, { label: 'edit.setPhase', result: updateRecords(scope.editor.plan, ids, { phase }) });
}

/** Puts everything that is selected into one phase. */
export const phaseCommand: Command = {
  id: 'edit.setPhase',
  title: 'command.edit.setPhase',
  menu: 'edit',
  shortcut: 'Alt+5',
  whyNot: needsSelection,
  run: (scope) => {
    const phases = inOrder(scope.editor.plan, 'phase');
    const phasesNow = new Set(selectedRecords(scope).map(({ phase }) => phase));
    const [only] = phasesNow;
    scope.app.ask({
      id: 'edit.setPhase',
      title: 'command.edit.setPhase',
      button: 'form.apply',
      fields: [
        {
          key: 'phase',
          label: 'form.phase',
          type: 'choice',
          isFresh: true,
          initial: (phasesNow.size === 1 && only) || NO_PHASE,
          options: [
            { id: NO_PHASE, label: 'inspector.noPhase' },
            ...phases.map(({ id, name }) => ({ id: String(id), name })),
          ],
        },
      ],
      run: (values) => setPhase(scope, textIn(values, 'phase')),
    });
  },
};
