import type { Args } from '../../core/contract/contract.ts';
import { text } from '../messages/text.ts';
import type { WhyNotScope } from './command.ts';
import { commands } from './index.ts';

/** The commands as the native menu shows them: it has no room for why one cannot be run, and draws it pale. */
export function menuItems(scope: WhyNotScope): Args<'window.setMenu'>['items'] {
  return commands.map(({ menu, id, title, shortcut, startsGroup, whyNot }) => ({
    menu,
    command: id,
    title: text(title),
    shortcut,
    enabled: whyNot(scope) === null,
    separatorBefore: startsGroup ?? false,
  }));
}
