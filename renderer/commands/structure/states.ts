import { updateRecords } from '../../../core/operations/update-records.ts';
import type { IdOf, RecordState } from '../../../core/plan/kinds/index.ts';
import { states, stateViews } from '../../../core/plan/kinds/parts/fields.ts';
import { takeOrTell } from '../answer.ts';
import type { Command, CommandScope } from '../command.ts';
import { selectedRecords } from '../modify/answer.ts';
import { always, needsSelection } from '../why-not.ts';

function setState(scope: CommandScope, state: RecordState): void {
  // Every placed kind has the field; which kinds are selected does not matter to the operation.
  const ids = selectedRecords(scope).map(({ id }) => id) as IdOf<'wall'>[];
  const result = updateRecords(scope.editor.plan, ids, { state });
  takeOrTell(scope, { label: 'edit.state', result });
}

/** Gives everything that is selected one state. */
export const stateCommands: readonly Command[] = states.map((state, index) => ({
  id: `edit.state.${state}`,
  title: `command.edit.state.${state}` as const,
  menu: 'edit',
  shortcut: `Alt+${index + 1}`,
  ...(index === 0 && { startsGroup: true as const }),
  whyNot: needsSelection,
  isOn: (scope) => {
    const records = selectedRecords(scope);
    return records.length > 0 && records.every((record) => record.state === state);
  },
  run: (scope) => setState(scope, state),
}));

const viewKeys = { today: 'F2', proposed: 'F3', both: 'F4' } as const;

/** Today, the proposal, or both at once. */
export const stateViewCommands: readonly Command[] = stateViews.map((view, index) => ({
  id: `view.states.${view}`,
  title: `command.view.states.${view}` as const,
  menu: 'view',
  shortcut: viewKeys[view],
  ...(index === 0 && { startsGroup: true as const }),
  whyNot: always,
  isOn: ({ editor }) => editor.view.lens.states === view,
  run: ({ editor }) => editor.show({ lens: { states: view } }),
}));
