import { deleteStructure } from '../../../../core/operations/structure/delete-structure.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { duplicateSheet } from '../../../commands/structure/sheets.ts';
import { commitResult } from '../../../editor/commit-result.ts';
import { useEditor } from '../../../hooks/EditorContext.tsx';
import { useStructure } from '../../../hooks/use-editor-state.ts';
import { text } from '../../../messages/text.ts';
import { IconButton } from '../../../ui/buttons/IconButton.tsx';
import { DuplicateIcon, TrashIcon } from '../../../ui/icons/actions.tsx';
import { PlaceButtons } from '../../PlaceButtons.tsx';
import type { useOperation } from '../../use-operation.ts';

type Props = {
  readonly sheet: RecordOf<'sheet'>;
  readonly answer: ReturnType<typeof useOperation>['answer'];
};

/** Duplicates the chosen sheet, moves it among the others, or deletes it. */
export function SheetActions({ sheet, answer }: Props) {
  const editor = useEditor();
  const sheets = useStructure('sheet');
  const place = sheets.findIndex(({ id }) => id === sheet.id);
  const duplicate = () => {
    const copied = duplicateSheet(editor, sheet);
    answer(copied.ok ? null : copied.error);
  };
  const remove = () => {
    const result = deleteStructure(editor.plan, sheet.id);
    answer(commitResult(editor, { label: 'edit.deleteSheet', result }));
  };
  return (
    <>
      <IconButton
        label={text('sheet.duplicate')}
        size="small"
        isQuiet
        icon={<DuplicateIcon />}
        onPress={duplicate}
      />
      <PlaceButtons
        id={sheet.id}
        edit="edit.orderSheets"
        up={{ title: 'sheet.earlier', to: place - 1, whyNot: place === 0 ? 'sheet.isFirst' : null }}
        down={{
          title: 'sheet.later',
          to: place + 1,
          whyNot: place === sheets.length - 1 ? 'sheet.isLast' : null,
        }}
      />
      <IconButton label={text('sheet.delete')} size="small" isQuiet icon={<TrashIcon />} onPress={remove} />
    </>
  );
}
