import type { Tell } from '../../commands/command.ts';
import { addSheet, chooseSheet } from '../../commands/structure/sheets.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useChosenSheet, useStructure } from '../../hooks/use-editor-state.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { text } from '../../messages/text.ts';
import { PlusIcon } from '../../ui/icons/actions.tsx';
import { EyeOffIcon } from '../../ui/icons/state.tsx';
import { MenuButton } from '../../ui/menus/MenuButton.tsx';

/** The sheets of the plan: choosing one frames it on the drawing and shows its fields. */
export function SheetMenu({ tell }: { readonly tell: Tell }) {
  const editor = useEditor();
  const sheets = useStructure('sheet');
  const chosen = useChosenSheet();
  const add = () => {
    const added = addSheet(editor);
    if (!added.ok) tell(sentenceOf(added.error));
  };
  const groups = [
    {
      id: 'sheets',
      entries: sheets.map((sheet) => ({
        id: sheet.id,
        title: text('sheet.title', { number: sheet.number, name: sheet.name }).trim(),
        isChecked: sheet === chosen,
        onAction: () => chooseSheet(editor, sheet),
      })),
    },
    {
      id: 'make',
      entries: [
        { id: 'new', title: text('sheet.new'), icon: <PlusIcon />, onAction: add },
        ...(chosen
          ? [
              {
                id: 'hide',
                title: text('sheet.hide'),
                icon: <EyeOffIcon />,
                onAction: () => editor.show({ lens: { sheet: null } }),
              },
            ]
          : []),
      ],
    },
  ];
  return (
    <MenuButton
      look="plain"
      label={chosen ? chosen.number || chosen.name : text('sheet.none')}
      name={text('sheet.choose')}
      groups={groups}
    />
  );
}
