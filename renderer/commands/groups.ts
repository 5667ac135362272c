import { groupRecords, ungroupRecords } from '../../core/operations/groups/group-records.ts';
import { text } from '../messages/text.ts';
import { takeOrTell } from './answer.ts';
import type { Command, CommandScope } from './command.ts';
import { newId } from './new-id.ts';
import { needsSelection, needsTwo } from './why-not.ts';

function group(scope: CommandScope): void {
  const { plan, selection, view } = scope.editor;
  const number = plan.tables.group.size + 1;
  const grouping = {
    id: newId('group'),
    name: text('group.name', { number }),
    within: view.lens.group,
  };
  takeOrTell(scope, { label: 'edit.group', result: groupRecords(plan, selection, grouping) });
}

function ungroup(scope: CommandScope): void {
  const { plan, selection, view } = scope.editor;
  takeOrTell(scope, { label: 'edit.ungroup', result: ungroupRecords(plan, selection, view.lens.group) });
}

export const groupCommands: readonly Command[] = [
  {
    id: 'edit.group',
    title: 'command.edit.group',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+G',
    startsGroup: true,
    whyNot: needsTwo,
    run: group,
  },
  {
    id: 'edit.ungroup',
    title: 'command.edit.ungroup',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+Shift+G',
    whyNot: needsSelection,
    run: ungroup,
  },
];
