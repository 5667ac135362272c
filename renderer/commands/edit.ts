import { deleteRecords } from '../../core/operations/delete-records.ts';
import { duplicateRecords } from '../../core/operations/duplicate-records.ts';
import { rotateRecords } from '../../core/operations/rotate-records.ts';
import { updateRecords } from '../../core/operations/update-records.ts';
import { moveWithJoints } from '../../core/operations/walls/move-with-joints.ts';
import type { AnyId, IdOf } from '../../core/plan/kinds/index.ts';
import { allRecords, getRecord, isPlaced } from '../../core/plan/plan.ts';
import { boundsOfRecords } from '../../core/plan/shape.ts';
import { isSelectable } from '../editor/is-selectable.ts';
import { takeOrTell } from './answer.ts';
import type { Command, CommandScope, WhyNot } from './command.ts';
import { newId } from './new-id.ts';
import { turnTemplate } from './templates.ts';
import { always, needsSelection } from './why-not.ts';

/** Turns what is selected, or the template that is about to be placed. */
function rotateBy(scope: CommandScope, angle: number): void {
  if (turnTemplate(scope.editor, angle)) return;
  const { plan, selection } = scope.editor;
  const box = boundsOfRecords(plan, selection);
  if (!box) return;
  const about = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
  takeOrTell(scope, { label: 'edit.rotate', result: rotateRecords(plan, selection, { about, angle }) });
}

const needsTurnable: WhyNot = (scope) =>
  scope.editor.tool.id === 'place-template' ? null : needsSelection(scope);

const NUDGE = 0.1;
/** Beyond this a selection is named by a number: the names of all that is selected would be kept with each step. */
const MOST_NAMED = 50;

const numbers = new WeakMap<ReadonlySet<AnyId>, string>();
let numbered = 0;

/** Tells a selection from others: two steps of the same belong together. */
function namesOf(selection: ReadonlySet<AnyId>): string {
  if (selection.size <= MOST_NAMED) return [...selection].join();
  const known = numbers.get(selection) ?? `#${++numbered}`;
  numbers.set(selection, known);
  return known;
}

function nudge(name: string, shortcut: string, [x, y]: readonly [number, number]): Command {
  return {
    id: `edit.nudge${name}`,
    title: `command.edit.nudge${name}` as Command['title'],
    menu: 'edit',
    shortcut,
    whyNot: needsSelection,
    // Arrow keys also lead from one thing to the next, scroll and set values.
    isQuiet: true,
    run: (scope) => {
      const { plan, selection, preview } = scope.editor;
      const by = { x: x * NUDGE, y: y * NUDGE };
      if (preview?.corner) return scope.editor.dispatch({ type: 'act', act: { type: 'move-corner', by } });
      const moved = takeOrTell(scope, {
        label: 'edit.move',
        result: moveWithJoints(plan, selection, by),
        mergeKey: `nudge ${namesOf(selection)}`,
      });
      if (moved) scope.editor.dispatch({ type: 'act', act: { type: 'show-distances' } });
    },
  };
}

function duplicate(scope: CommandScope): void {
  const { editor } = scope;
  const offset = 24 / editor.viewport.pixelsPerMetre;
  const result = duplicateRecords(editor.plan, editor.selection, { by: { x: offset, y: -offset }, newId });
  takeOrTell(scope, { label: 'edit.duplicate', result, selectsNew: true });
}

/** A chosen corner goes by itself: its record stays. */
function remove(scope: CommandScope): void {
  const { editor } = scope;
  if (editor.preview?.corner) editor.dispatch({ type: 'act', act: { type: 'remove-corner' } });
  else takeOrTell(scope, { label: 'edit.delete', result: deleteRecords(editor.plan, editor.selection) });
}

/** Everything on the shown floor that can be taken hold of. */
export function selectableIds({ editor }: CommandScope): readonly AnyId[] {
  const ids: AnyId[] = [];
  for (const record of allRecords(editor.plan)) {
    if (isPlaced(record) && isSelectable(editor, record)) ids.push(record.id);
  }
  return ids;
}

function toggleLock(scope: CommandScope): void {
  const { plan, selection } = scope.editor;
  const records = [...selection]
    .map((id) => getRecord(plan, id))
    .filter((record) => record && isPlaced(record));
  const locked = !records.every((record) => record && isPlaced(record) && record.locked);
  const ids = [...selection] as IdOf<'wall'>[];
  takeOrTell(scope, { label: 'edit.lock', result: updateRecords(plan, ids, { locked }) });
}

type Simple = Pick<Command, 'id' | 'title' | 'shortcut' | 'run'> & Partial<Command>;
const command = (own: Simple): Command => ({ menu: 'edit', whyNot: needsSelection, ...own });

/** Undo and redo, first in the menu. */
export const historyCommands: readonly Command[] = [
  command({
    id: 'edit.undo',
    title: 'command.edit.undo',
    shortcut: 'CmdOrCtrl+Z',
    // What is measured at the pointer is being drawn: undo takes back its last point.
    whyNot: ({ editor }) =>
      editor.history.has('undo') || editor.preview?.measure ? null : 'whyNot.nothingToUndo',
    run: ({ editor }) => void editor.travel('undo'),
  }),
  command({
    id: 'edit.redo',
    title: 'command.edit.redo',
    shortcut: 'CmdOrCtrl+Shift+Z',
    otherShortcut: 'CmdOrCtrl+Y',
    whyNot: ({ editor }) => (editor.history.has('redo') ? null : 'whyNot.nothingToRedo'),
    run: ({ editor }) => void editor.travel('redo'),
  }),
];

export const editCommands: readonly Command[] = [
  command({
    id: 'edit.duplicate',
    title: 'command.edit.duplicate',
    shortcut: 'CmdOrCtrl+D',
    run: duplicate,
  }),
  command({ id: 'edit.delete', title: 'command.edit.delete', shortcut: 'Delete', run: remove }),
  command({
    id: 'edit.selectAll',
    title: 'command.edit.selectAll',
    shortcut: 'CmdOrCtrl+A',
    startsGroup: true,
    whyNot: always,
    run: (scope) => scope.editor.select(selectableIds(scope)),
  }),
  command({
    id: 'edit.selectNone',
    title: 'command.edit.selectNone',
    shortcut: 'CmdOrCtrl+Shift+A',
    run: ({ editor }) => editor.select([]),
  }),
  command({
    id: 'edit.rotateLeft',
    title: 'command.edit.rotateLeft',
    shortcut: 'Shift+R',
    startsGroup: true,
    whyNot: needsTurnable,
    run: (scope) => rotateBy(scope, Math.PI / 2),
  }),
  command({
    id: 'edit.rotateRight',
    title: 'command.edit.rotateRight',
    shortcut: null,
    whyNot: needsTurnable,
    run: (scope) => rotateBy(scope, -Math.PI / 2),
  }),
  command({ id: 'edit.lock', title: 'command.edit.lock', shortcut: 'CmdOrCtrl+L', run: toggleLock }),
  nudge('Left', 'Left', [-1, 0]),
  nudge('Right', 'Right', [1, 0]),
  nudge('Up', 'Up', [0, 1]),
  nudge('Down', 'Down', [0, -1]),
];
