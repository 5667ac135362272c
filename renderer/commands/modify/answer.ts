import type { AnyId, PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { getRecord, isPlaced, type Plan } from '../../../core/plan/plan.ts';
import { type Answered, take } from '../answer.ts';
import type { Command, CommandScope, WhyNotScope } from '../command.ts';
import type { FormValues, ValuesForm } from '../values-form.ts';

type Selected = { readonly selection: ReadonlySet<AnyId>; readonly records: readonly PlacedRecord[] };

// Many commands ask, one after the other, whether there is something for them.
const known = new WeakMap<Plan, Selected>();

/** The placed records that are selected. */
export function selectedRecords({ editor }: WhyNotScope): readonly PlacedRecord[] {
  const { plan, selection } = editor;
  const found = known.get(plan);
  if (found?.selection === selection) return found.records;
  const records = [...selection].flatMap((id) => {
    const record = getRecord(plan, id);
    return record && isPlaced(record) ? [record] : [];
  });
  known.set(plan, { selection, records });
  return records;
}

type Simple = Pick<Command, 'id' | 'title' | 'whyNot' | 'run'> & Partial<Command>;

/** A command of the Modify menu. */
export const modify = (own: Simple): Command => ({ menu: 'modify', shortcut: null, ...own });

type Asking = Omit<Simple, 'run'> & {
  readonly form: (scope: CommandScope) => Omit<ValuesForm, 'id' | 'title' | 'run'>;
  readonly answer: (scope: CommandScope, values: FormValues) => Answered;
};

/** A command that asks for values first; its title names the form. */
export function asking({ form, answer, ...own }: Asking): Command {
  return modify({
    ...own,
    run: (scope) =>
      scope.app.ask({
        ...form(scope),
        id: own.id,
        title: own.title,
        run: (values) => take(scope, answer(scope, values)),
      }),
  });
}
