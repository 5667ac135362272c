import { reorderStructure } from '../../core/operations/structure/reorder-structure.ts';
import type { IdOf } from '../../core/plan/kinds/index.ts';
import { useEditor } from '../hooks/EditorContext.tsx';
import type { MessageKey } from '../messages/keys.ts';
import { text } from '../messages/text.ts';
import { IconButton } from '../ui/buttons/IconButton.tsx';
import { ArrowDownIcon, ArrowUpIcon } from '../ui/icons/actions.tsx';

/** A way to go: the place among its kind that it leads to, and why it cannot be gone now. */
type Way = { readonly title: MessageKey; readonly to: number; readonly whyNot: MessageKey | null };

type Props = {
  readonly id: IdOf<'layer' | 'phase' | 'sheet'>;
  /** The name of the undo step. */
  readonly edit: MessageKey;
  readonly up: Way;
  readonly down: Way;
};

/** Moves a layer, phase or sheet past its neighbour in the list. */
export function PlaceButtons({ id, edit, up, down }: Props) {
  const editor = useEditor();
  const ways = [
    { ...up, icon: <ArrowUpIcon /> },
    { ...down, icon: <ArrowDownIcon /> },
  ];
  return ways.map(({ title, to, whyNot, icon }) => (
    <IconButton
      key={title}
      label={text(title)}
      size="small"
      isQuiet
      icon={icon}
      whyDisabled={whyNot && text(whyNot)}
      onPress={() => editor.commit({ label: edit, diff: reorderStructure(editor.plan, id, to) })}
    />
  ));
}
