import { deleteStructure } from '../../../../core/operations/structure/delete-structure.ts';
import { reorderStructure } from '../../../../core/operations/structure/reorder-structure.ts';
import type { RecordOf } from '../../../../core/plan/records/index.ts';
import { duplicateSheet } from '../../../commands/structure/sheets.ts';
import { useEditor } from '../../../hooks/EditorContext.tsx';
import { useStructure } from '../../../hooks/use-editor-state.ts';
import { text } from '../../../messages/text.ts';
import { IconButton } from '../../../ui/buttons/IconButton.tsx';
import { ArrowDownIcon, ArrowUpIcon, DuplicateIcon, TrashIcon } from '../../../ui/icons/actions.tsx';

/** Duplicates the chosen sheet, moves it among the others, or deletes it. */
export function SheetActions({ sheet }: { readonly sheet: RecordOf<'sheet'> }) {
  const editor = useEditor();
  const sheets = useStructure('sheet');
  const place = sheets.findIndex(({ id }) => id === sheet.id);
  const moveTo = (to: number) =>
    editor.commit({ label: 'edit.orderSheets', diff: reorderStructure(editor.plan, sheet.id, to) });
  const remove = () => {
    const deleted = deleteStructure(editor.plan, sheet.id);
    if (deleted.ok) editor.commit({ label: 'edit.deleteSheet', diff: deleted.value });
  };
  return (
    <>
      <IconButton
        label={text('sheet.duplicate')}
        size="small"
        isQuiet
        icon={<DuplicateIcon />}
        onPress={() => void duplicateSheet(editor, sheet)}
      />
      <IconButton
        label={text('sheet.earlier')}
        size="small"
        isQuiet
        icon={<ArrowUpIcon />}
        whyDisabled={place === 0 ? text('sheet.isFirst') : null}
        onPress={() => moveTo(place - 1)}
      />
      <IconButton
        label={text('sheet.later')}
        size="small"
        isQuiet
        icon={<ArrowDownIcon />}
        whyDisabled={place === sheets.length - 1 ? text('sheet.isLast') : null}
        onPress={() => moveTo(place + 1)}
      />
      <IconButton label={text('sheet.delete')} size="small" isQuiet icon={<TrashIcon />} onPress={remove} />
    </>
  );
}
