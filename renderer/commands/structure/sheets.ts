import { fittingScale, sheetCorners } from '../../../core/drawing/sheet/sheet-view.ts';
import { boxOf } from '../../../core/geometry/box.ts';
import { addStructure } from '../../../core/operations/structure/add-structure.ts';
import { nextSheetNumber } from '../../../core/operations/structure/next-sheet-number.ts';
import type { IdOf, RecordOf } from '../../../core/plan/kinds/index.ts';
import { newViewport, viewportOf } from '../../../core/plan/parts/viewports.ts';
import { inOrder } from '../../../core/plan/plan.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Refusal } from '../../editor/refusal.ts';
import { fit } from '../../editor/viewport.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { text } from '../../messages/text.ts';
import type { Command, CommandScope } from '../command.ts';
import { newId } from '../new-id.ts';
import { always, needsChosenSheet } from '../why-not.ts';

type Sheet = RecordOf<'sheet'>;

/** Shows a sheet's frame on its floor, what it shows and no more, and its fields in the inspector. */
export function chooseSheet(editor: Editor, sheet: Sheet): void {
  const { floor, states, coverage } = viewportOf(sheet);
  editor.select([]);
  const shown = coverage && { ...coverage, camera: null };
  editor.show({ lens: { sheet: sheet.id, floor, states, isolated: null, coverage: shown } });
  zoomToSheet(editor);
}

/** Shows all that the chosen sheet shows. */
export function zoomToSheet(editor: Editor): void {
  const sheet = editor.view.lens.sheet && editor.plan.tables.sheet.get(editor.view.lens.sheet);
  const box = sheet && boxOf(sheetCorners(sheet, editor.plan));
  if (box) editor.show({ viewport: fit(editor.viewport, box, 32) });
}

type Added = Result<IdOf<'sheet'>, Refusal>;

/** Adds a sheet of what the window shows, at the largest usual scale, on the paper of the last sheet; or why not. */
export function addSheet(editor: Editor): Added {
  const { plan, view, viewport } = editor;
  const { paper = 'A3', orientation = 'landscape' } = inOrder(plan, 'sheet').at(-1) ?? {};
  const shown = {
    width: viewport.widthPx / viewport.pixelsPerMetre,
    height: viewport.heightPx / viewport.pixelsPerMetre,
  };
  return putSheet(editor, {
    name: text('sheet.newName'),
    paper,
    orientation,
    viewports: [
      newViewport({
        floor: view.lens.floor,
        states: view.lens.states,
        layers: view.lens.isolated && [view.lens.isolated],
        centre: viewport.centre,
        scale: fittingScale(plan, { paper, orientation }, shown),
      }),
    ],
  });
}

/** Adds the same sheet once more under the next number; or why not. */
export function duplicateSheet(editor: Editor, { id: _, ...sheet }: Sheet): Added {
  return putSheet(editor, sheet);
}

type NewSheet = Partial<Sheet> & Pick<Sheet, 'name' | 'viewports'>;

function putSheet(editor: Editor, fields: NewSheet): Added {
  const id = newId('sheet');
  const number = nextSheetNumber(editor.plan);
  const added = addStructure(editor.plan, 'sheet', { ...fields, id, number });
  if (!added.ok) return added;
  const refused = editor.commit({ label: 'edit.addSheet', diff: added.value });
  if (refused) return err(refused);
  const sheet = editor.plan.tables.sheet.get(id);
  if (sheet) chooseSheet(editor, sheet);
  return ok(id);
}

/** The sheet after the chosen one, round to the first. */
function goToNext({ editor }: CommandScope): void {
  const sheets = inOrder(editor.plan, 'sheet');
  const next = sheets[(sheets.findIndex(({ id }) => id === editor.view.lens.sheet) + 1) % sheets.length];
  if (next) chooseSheet(editor, next);
}

/** Sheets are made and gone through; the inspector changes them. */
export const sheetCommands: readonly Command[] = [
  {
    id: 'view.newSheet',
    title: 'command.view.newSheet',
    menu: 'view',
    shortcut: null,
    startsGroup: true,
    whyNot: always,
    run: ({ editor, app }) => {
      const added = addSheet(editor);
      if (!added.ok) app.tell(sentenceOf(added.error));
    },
  },
  {
    id: 'view.nextSheet',
    title: 'command.view.nextSheet',
    menu: 'view',
    shortcut: 'F5',
    whyNot: ({ editor }) => (editor.plan.tables.sheet.size > 0 ? null : 'whyNot.noSheets'),
    run: goToNext,
  },
  {
    id: 'view.noSheet',
    title: 'command.view.noSheet',
    menu: 'view',
    shortcut: null,
    whyNot: needsChosenSheet,
    run: ({ editor }) => editor.show({ lens: { sheet: null } }),
  },
];
