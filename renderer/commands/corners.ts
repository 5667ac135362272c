import { vertexLinesOf } from '../../core/plan/parts/vertices.ts';
import { getRecord, isKind } from '../../core/plan/plan.ts';
import type { ToolAct } from '../editor/tool.ts';
import type { Command, CommandScope } from './command.ts';

/** The only selected record; null for none or several. */
function onlyRecord({ editor }: CommandScope) {
  const [id] = editor.selection;
  return (id !== undefined && editor.selection.size === 1 && getRecord(editor.plan, id)) || null;
}

function hasCorners(scope: CommandScope): boolean {
  const record = onlyRecord(scope);
  return record !== null && vertexLinesOf(record).length > 0;
}

/** A corner can be added to whatever has sides; in a wall it cuts the wall in two. */
function hasSides(scope: CommandScope): boolean {
  const record = onlyRecord(scope);
  return record !== null && (isKind(record, 'wall') || hasCorners(scope));
}

type Acting = Pick<Command, 'id' | 'title' | 'shortcut' | 'isEnabled'> & {
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
    isEnabled: hasCorners,
    act: () => ({ type: 'go-to-corner', step: 1 }),
  }),
  acting({
    id: 'modify.previousCorner',
    title: 'command.modify.previousCorner',
    shortcut: ',',
    isEnabled: hasCorners,
    act: () => ({ type: 'go-to-corner', step: -1 }),
  }),
  acting({
    id: 'modify.addCorner',
    title: 'command.modify.addCorner',
    shortcut: 'Insert',
    isEnabled: hasSides,
    act: ({ app }) => ({ type: 'add-corner', near: app.pointerAt() }),
  }),
  acting({
    id: 'modify.removeCorner',
    title: 'command.modify.removeCorner',
    shortcut: null,
    isEnabled: ({ editor }) => Boolean(editor.preview?.corner),
    act: () => ({ type: 'remove-corner' }),
  }),
  acting({
    id: 'modify.distances',
    title: 'command.modify.distances',
    shortcut: 'Shift+N',
    isEnabled: (scope) => onlyRecord(scope) !== null,
    act: () => ({ type: 'show-distances' }),
  }),
];
