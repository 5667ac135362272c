import { reorderStructure } from '../../../core/operations/structure/reorder-structure.ts';
import type { IdOf } from '../../../core/plan/records/index.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { text } from '../../messages/text.ts';
import { IconButton } from '../../ui/buttons/IconButton.tsx';
import { ArrowDownIcon, ArrowUpIcon } from '../../ui/icons/actions.tsx';

type Props = {
  readonly id: IdOf<'layer'>;
  /** Counted from 0 at the bottom. */
  readonly place: number;
  readonly count: number;
};

/** Moves a layer above or below its neighbour. */
export function LayerMoves({ id, place, count }: Props) {
  const editor = useEditor();
  const moveTo = (to: number) =>
    editor.commit({ label: 'edit.layer', diff: reorderStructure(editor.plan, id, to) });
  return (
    <>
      <IconButton
        label={text('panel.up')}
        size="small"
        isQuiet
        icon={<ArrowUpIcon />}
        whyDisabled={place === count - 1 ? text('panel.isTop') : null}
        onPress={() => moveTo(place + 1)}
      />
      <IconButton
        label={text('panel.down')}
        size="small"
        isQuiet
        icon={<ArrowDownIcon />}
        whyDisabled={place === 0 ? text('panel.isBottom') : null}
        onPress={() => moveTo(place - 1)}
      />
    </>
  );
}
