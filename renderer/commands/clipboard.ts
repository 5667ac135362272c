import { writeClipboard } from '../../core/codec/clipboard.ts';
import { deleteRecords } from '../../core/operations/delete-records.ts';
import { type Insertion, insertFragment } from '../../core/operations/fragment/insert-fragment.ts';
import { fragmentOf } from '../../core/plan/parts/fragment.ts';
import { settingsOf } from '../../core/plan/plan.ts';
import { figureText } from '../hooks/reading-text.ts';
import { text } from '../messages/text.ts';
import { takeOrTell } from './answer.ts';
import type { Command, CommandScope } from './command.ts';
import { copiedRecords } from './copied-records.ts';
import { newId } from './new-id.ts';
import { always, needsSelection } from './why-not.ts';

/** Puts what is selected on the clipboard; false when it did not get there. */
async function copy({ editor, app }: CommandScope): Promise<boolean> {
  const fragment = fragmentOf(editor.plan, editor.selection);
  if (fragment.records.length === 0) return false;
  const written = writeClipboard(fragment);
  const answer = written.ok ? await app.writeClipboard(written.value) : written;
  if (!answer.ok) app.tell(answer.error.message, { tone: 'fail' });
  return answer.ok;
}

/** Puts the figure that was measured on the clipboard, as it is shown. */
async function copyFigure({ editor, app }: CommandScope): Promise<void> {
  const reading = editor.preview?.reading;
  if (!reading) return;
  const figure = figureText(reading, settingsOf(editor.plan).displayUnit);
  const answer = await app.writeClipboard(figure);
  if (answer.ok) app.tell(text('measure.copied', { figure }));
  else app.tell(answer.error.message, { tone: 'fail' });
}

async function cut(scope: CommandScope): Promise<void> {
  const { selection } = scope.editor;
  if (!(await copy(scope))) return;
  takeOrTell(scope, { label: 'edit.cut', result: deleteRecords(scope.editor.plan, selection) });
}

/** Pastes at the pointer, in the middle of the drawing when the pointer is elsewhere, or where it was copied. */
async function paste(scope: CommandScope, isInPlace: boolean): Promise<void> {
  const { editor, app } = scope;
  // Where the pointer was when the key was pressed, not where it got to while the clipboard was read.
  const at = app.pointerAt() ?? editor.viewport.centre;
  const read = await copiedRecords(await app.readClipboard());
  if (!read.ok) return app.tell(read.error.message, { tone: 'fail' });
  const { lens, drawing } = editor.view;
  const to = isInPlace ? null : { at, angle: 0 };
  const result = insertFragment(editor.plan, read.value, {
    to,
    floor: lens.floor,
    layer: drawing.layer,
    newId,
  });
  const diff = result.ok ? { ok: true as const, value: result.value.diff } : result;
  if (!takeOrTell(scope, { label: 'edit.paste', result: diff }) || !result.ok) return;
  editor.setTool('select');
  editor.select(result.value.ids);
  const remark = remarkOn(result.value);
  if (remark) app.tell(remark);
}

/** What was left out or released, in one sentence each; empty for nothing. */
function remarkOn({ released, leftOut }: Insertion): string {
  const counts = [
    ['paste.openingsLeft', leftOut.openings],
    ['paste.picturesLeft', leftOut.pictures],
    ['paste.notesLeft', leftOut.notes],
    ['paste.released', released],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([key, count]) => text(key, { count }))
    .join(' ');
}

export const clipboardCommands: readonly Command[] = [
  {
    id: 'edit.cut',
    title: 'command.edit.cut',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+X',
    startsGroup: true,
    whyNot: needsSelection,
    run: (scope) => void cut(scope),
  },
  {
    id: 'edit.copy',
    title: 'command.edit.copy',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+C',
    whyNot: (scope) => (scope.editor.preview?.reading ? null : needsSelection(scope)),
    run: (scope) => void (scope.editor.preview?.reading ? copyFigure(scope) : copy(scope)),
  },
  {
    id: 'edit.paste',
    title: 'command.edit.paste',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+V',
    whyNot: always,
    run: (scope) => void paste(scope, false),
  },
  {
    id: 'edit.pasteInPlace',
    title: 'command.edit.pasteInPlace',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+Shift+V',
    whyNot: always,
    run: (scope) => void paste(scope, true),
  },
];
