import { deleteStructure } from '../../../core/operations/structure/delete-structure.ts';
import { reorderStructure } from '../../../core/operations/structure/reorder-structure.ts';
import { updateRecords } from '../../../core/operations/update-records.ts';
import type { IdOf } from '../../../core/plan/records/index.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useSelection } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { IconButton } from '../../ui/buttons/IconButton.tsx';
import { ArrowDownIcon, ArrowUpIcon, ImportIcon, TrashIcon } from '../../ui/icons/actions.tsx';
import type { useOperation } from '../use-operation.ts';

type Props = {
  readonly id: IdOf<'phase'>;
  /** Counted from 0 at the top. */
  readonly place: number;
  readonly count: number;
  readonly take: ReturnType<typeof useOperation>['take'];
};

/** Puts what is selected into the chosen phase, moves the phase before or after its neighbour, or deletes it. */
export function PhaseActions({ id, place, count, take }: Props) {
  const editor = useEditor();
  const { size } = useSelection();
  const moveTo = (to: number) =>
    editor.commit({ label: 'edit.phase', diff: reorderStructure(editor.plan, id, to) });
  return (
    <>
      <IconButton
        label={text('panel.putIntoPhase')}
        size="small"
        isQuiet
        icon={<ImportIcon />}
        whyDisabled={size === 0 ? text('panel.nothingSelected') : null}
        onPress={() => {
          const ids = [...editor.selection] as IdOf<'wall'>[];
          take('edit.setPhase', updateRecords(editor.plan, ids, { phase: id }));
        }}
      />
      <IconButton
        label={text('panel.phaseEarlier')}
        size="small"
        isQuiet
        icon={<ArrowUpIcon />}
        whyDisabled={place === 0 ? text('panel.isFirst') : null}
        onPress={() => moveTo(place - 1)}
      />
      <IconButton
        label={text('panel.phaseLater')}
        size="small"
        isQuiet
        icon={<ArrowDownIcon />}
        whyDisabled={place === count - 1 ? text('panel.isLast') : null}
        onPress={() => moveTo(place + 1)}
      />
      <IconButton
        label={text('panel.deletePhase')}
        size="small"
        isQuiet
        icon={<TrashIcon />}
        onPress={() => take('edit.deletePhase', deleteStructure(editor.plan, id))}
      />
    </>
  );
}
