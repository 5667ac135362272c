import { deleteStructure } from '../../../core/operations/structure/delete-structure.ts';
import { updateRecords } from '../../../core/operations/update-records.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import { phaseCommand } from '../../commands/structure/phases.ts';
import { useWhyNot } from '../../commands/use-why-not.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { text } from '../../messages/text.ts';
import { IconButton } from '../../ui/buttons/IconButton.tsx';
import { ImportIcon, TrashIcon } from '../../ui/icons/actions.tsx';
import { PlaceButtons } from '../PlaceButtons.tsx';
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
  const whyNotPut = useWhyNot(phaseCommand);
  return (
    <>
      <IconButton
        label={text('panel.putIntoPhase')}
        size="small"
        isQuiet
        icon={<ImportIcon />}
        whyDisabled={whyNotPut}
        onPress={() => {
          const ids = [...editor.selection] as IdOf<'wall'>[];
          take('edit.setPhase', updateRecords(editor.plan, ids, { phase: id }));
        }}
      />
      <PlaceButtons
        id={id}
        edit="edit.phase"
        up={{ title: 'panel.phaseEarlier', to: place - 1, whyNot: place === 0 ? 'panel.isFirst' : null }}
        down={{
          title: 'panel.phaseLater',
          to: place + 1,
          whyNot: place === count - 1 ? 'panel.isLast' : null,
        }}
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
