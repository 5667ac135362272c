import { type OrderWay, orderRecords } from '../../../core/operations/order/order-records.ts';
import { takeOrTell } from '../answer.ts';
import type { Command } from '../command.ts';
import { needsSelection } from '../why-not.ts';

const keys = { front: ']', forward: 'CmdOrCtrl+]', backward: 'CmdOrCtrl+[', back: '[' } as const;

/** Above or beneath other records of its kind. */
export const orderCommands: readonly Command[] = (Object.keys(keys) as OrderWay[]).map((way, index) => ({
  id: `edit.order.${way}`,
  title: `command.edit.order.${way}` as const,
  menu: 'edit',
  shortcut: keys[way],
  ...(index === 0 && { startsGroup: true as const }),
  whyNot: needsSelection,
  run: (scope) => {
    const result = orderRecords(scope.editor.plan, scope.editor.selection, way);
    takeOrTell(scope, { label: 'edit.order', result });
  },
}));
