import { copyToFloor } from '../../../core/operations/floors/copy-to-floor.ts';
import { moveToFloor } from '../../../core/operations/floors/move-to-floor.ts';
import type { AnyId, IdOf } from '../../../core/plan/kinds/index.ts';
import { floorFrom, floorsByHeight } from '../../../core/plan/parts/floors.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { take } from '../answer.ts';
import type { Command, CommandScope, WhyNot, WhyNotScope } from '../command.ts';
import { selectableIds } from '../edit.ts';
import { newId } from '../new-id.ts';
import { textIn, type ValuesForm } from '../values-form.ts';
import { toggle } from '../view.ts';
import { firstOf, needsSelection } from '../why-not.ts';

type Floor = IdOf<'floor'>;

const needsOtherFloor: WhyNot = ({ editor }) =>
  editor.plan.tables.floor.size > 1 ? null : 'whyNot.oneFloor';

const endOf = { Up: 'whyNot.highestFloor', Down: 'whyNot.lowestFloor' } as const;

function pageCommand(way: 'Up' | 'Down'): Command {
  const next = ({ editor }: WhyNotScope) =>
    floorFrom(editor.plan, editor.view.lens.floor, way === 'Up' ? 1 : -1);
  return {
    id: `view.floor${way}`,
    title: `command.view.floor${way}`,
    menu: 'view',
    shortcut: `Page${way}`,
    ...(way === 'Up' && { startsGroup: true as const }),
    whyNot: firstOf(needsOtherFloor, (scope) => (next(scope) ? null : endOf[way])),
    run: (scope) => {
      const floor = next(scope);
      if (floor) scope.editor.show({ lens: { floor: floor.id } });
    },
  };
}

/** Which floor is shown, and what of the one beneath it. */
export const floorViewCommands: readonly Command[] = [
  pageCommand('Up'),
  pageCommand('Down'),
  {
    id: 'view.ghost',
    title: 'command.view.ghost',
    menu: 'view',
    shortcut: 'Shift+G',
    ...toggle(
      ({ lens }) => lens.ghost,
      (ghost) => ({ lens: { ghost } }),
    ),
  },
];

type Asked = Pick<ValuesForm, 'id' | 'title' | 'button'> & {
  /** Does it; the sentence why not, or null when it is done. */
  readonly run: (floor: Floor) => string | null;
};

/** Asks for another floor than the one that is shown; the one above it first. */
function askFloor({ editor, app }: CommandScope, { run, ...form }: Asked): void {
  const { plan, view } = editor;
  const floors = floorsByHeight(plan).filter(({ id }) => id !== view.lens.floor);
  const nearest = floorFrom(plan, view.lens.floor, 1) ?? floorFrom(plan, view.lens.floor, -1);
  app.ask({
    ...form,
    fields: [
      {
        key: 'floor',
        label: 'form.floor',
        type: 'choice',
        isFresh: true,
        initial: nearest?.id ?? '',
        options: floors.map(({ id, name }) => ({ id: String(id), name })),
      },
    ],
    run: (values) => {
      const floor = floors.find(({ id }) => id === textIn(values, 'floor'));
      return floor ? run(floor.id) : sentenceOf('not-found');
    },
  });
}

function copy({ editor }: CommandScope, ids: Iterable<AnyId>, floor: Floor): string | null {
  const result = copyToFloor(editor.plan, ids, { floor, newId });
  if (!result.ok) return sentenceOf(result.error);
  const refused = editor.commit({ label: 'edit.copyToFloor', diff: result.value.diff });
  if (refused) return sentenceOf(refused);
  editor.show({ lens: { floor } });
  editor.select(result.value.ids);
  return null;
}

function move(scope: CommandScope, floor: Floor): string | null {
  const { editor } = scope;
  const ids = [...editor.selection];
  const result = moveToFloor(editor.plan, ids, floor);
  const refused = take(scope, { label: 'edit.moveToFloor', result });
  if (refused !== null) return refused;
  editor.show({ lens: { floor } });
  editor.select(ids);
  return null;
}

/** From floor to floor. */
export const copyFloorCommands: readonly Command[] = [
  {
    id: 'edit.copyToFloor',
    title: 'command.edit.copyToFloor',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+Shift+C',
    startsGroup: true,
    whyNot: firstOf(needsOtherFloor, needsSelection),
    run: (scope) => {
      const ids = [...scope.editor.selection];
      askFloor(scope, {
        id: 'edit.copyToFloor',
        title: 'command.edit.copyToFloor',
        button: 'form.copy',
        run: (floor) => copy(scope, ids, floor),
      });
    },
  },
  {
    id: 'edit.copyFloor',
    title: 'command.edit.copyFloor',
    menu: 'edit',
    shortcut: null,
    whyNot: needsOtherFloor,
    run: (scope) =>
      askFloor(scope, {
        id: 'edit.copyFloor',
        title: 'command.edit.copyFloor',
        button: 'form.copy',
        run: (floor) => copy(scope, selectableIds(scope), floor),
      }),
  },
  {
    id: 'edit.moveToFloor',
    title: 'command.edit.moveToFloor',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+Shift+M',
    whyNot: firstOf(needsOtherFloor, needsSelection),
    run: (scope) =>
      askFloor(scope, {
        id: 'edit.moveToFloor',
        title: 'command.edit.moveToFloor',
        button: 'form.move',
        run: (floor) => move(scope, floor),
      }),
  },
];
