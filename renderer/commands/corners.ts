import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import { vertexLinesOf } from '../../core/plan/parts/vertices.ts';
import { getRecord, isKind } from '../../core/plan/plan.ts';
import type { ToolAct } from '../editor/tool.ts';
import type { WhyNotKey } from '../messages/why-not.ts';
import type { Command, CommandScope, WhyNot, WhyNotScope } from './command.ts';
import { needsOne } from './why-not.ts';

/** The only selected record; null for none or several. */
function onlyRecord({ editor }: WhyNotScope): PlanRecord | null {
  const [id] = editor.selection;
  return (id !== undefined && editor.selection.size === 1 && getRecord(editor.plan, id)) || null;
}

const hasCorners = (record: PlanRecord): boolean => vertexLinesOf(record).length > 0;

/** Of a command that works on a record of which something is true. */
const needsOneThat =
  (isSuch: (record: PlanRecord) => boolean, otherwise: WhyNotKey): WhyNot =>
  (scope) => {
    const record = onlyRecord(scope);
    if (!record) return needsOne(scope);
    return isSuch(record) ? null : otherwise;
  };

const needsCorners = needsOneThat(hasCorners, 'whyNot.noCorners');
/** A corner can be added to whatever has sides; in a wall it cuts the wall in two. */
const needsSides = needsOneThat((record) => isKind(record, 'wall') || hasCorners(record), 'whyNot.noSides');

type Acting = Pick<Command, 'id' | 'title' | 'shortcut' | 'whyNot'> & {
  readonly startsGroup?: true;
  readonly act: (scope: CommandScope) => ToolAct;
};

/** A command that the select tool carries out on what is selected. */
function acting({ act, ...own }: Acting): Command {
  return {
    ...own,
    menu: 'modify',
    run: (scope) => {
      if (scope.editor.tool.id !== 'select') scope.editor.setTool('select');
      scope.editor.dispatch({ type: 'act', act: act(scope) });
    },
  };
}

/** Corners and distances of the selected record, without a pointer. */
export const cornerCommands: readonly Command[] = [
  acting({
    id: 'modify.nextCorner',
    title: 'command.modify.nextCorner',
    shortcut: '.',
    startsGroup: true,
    whyNot: needsCorners,
    act: () => ({ type: 'go-to-corner', step: 1 }),
  }),
  acting({
    id: 'modify.previousCorner',
    title: 'command.modify.previousCorner',
    shortcut: ',',
    whyNot: needsCorners,
    act: () => ({ type: 'go-to-corner', step: -1 }),
  }),
  acting({
    id: 'modify.addCorner',
    title: 'command.modify.addCorner',
    shortcut: 'Insert',
    whyNot: needsSides,
    act: ({ app }) => ({ type: 'add-corner', near: app.pointerAt() }),
  }),
  acting({
    id: 'modify.removeCorner',
    title: 'command.modify.removeCorner',
    shortcut: null,
    whyNot: ({ editor }) => (editor.preview?.corner ? null : 'whyNot.noCornerChosen'),
    act: () => ({ type: 'remove-corner' }),
  }),
  acting({
    id: 'modify.distances',
    title: 'command.modify.distances',
    shortcut: 'Shift+N',
    whyNot: needsOne,
    act: () => ({ type: 'show-distances' }),
  }),
];
