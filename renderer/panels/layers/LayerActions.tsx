import { moveToLayer } from '../../../core/operations/layers/move-to-layer.ts';
import { deleteStructure } from '../../../core/operations/structure/delete-structure.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import { shortcutLabel } from '../../commands/shortcuts.ts';
import { moveToLayerCommand } from '../../commands/structure/layers.ts';
import { useWhyNot } from '../../commands/use-why-not.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useLens } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { IconButton } from '../../ui/buttons/IconButton.tsx';
import { IconToggle } from '../../ui/buttons/IconToggle.tsx';
import { ImportIcon, IsolateIcon, TrashIcon } from '../../ui/icons/actions.tsx';
import { PlaceButtons } from '../PlaceButtons.tsx';
import type { useOperation } from '../use-operation.ts';

type Props = {
  readonly id: IdOf<'layer'>;
  /** Counted from 0 at the bottom. */
  readonly place: number;
  readonly count: number;
  readonly take: ReturnType<typeof useOperation>['take'];
};

/** Shows the active layer alone, puts the selection on it, moves it above or below its neighbour, or deletes it. */
export function LayerActions({ id, place, count, take }: Props) {
  const editor = useEditor();
  const whyNotMove = useWhyNot(moveToLayerCommand);
  const { isolated } = useLens();
  return (
    <>
      <IconToggle
        label={text('panel.isolate')}
        shortcut={shortcutLabel('Shift+I')}
        size="small"
        icon={<IsolateIcon />}
        isSelected={isolated === id}
        onChange={(isAlone) => editor.show({ lens: { isolated: isAlone ? id : null } })}
      />
      <IconButton
        label={text('panel.putOnLayer')}
        shortcut={shortcutLabel('CmdOrCtrl+E')}
        size="small"
        isQuiet
        icon={<ImportIcon />}
        whyDisabled={whyNotMove}
        onPress={() => take('edit.moveToLayer', moveToLayer(editor.plan, editor.selection, id))}
      />
      <PlaceButtons
        id={id}
        edit="edit.layer"
        up={{ title: 'panel.up', to: place + 1, whyNot: place === count - 1 ? 'panel.isTop' : null }}
        down={{ title: 'panel.down', to: place - 1, whyNot: place === 0 ? 'panel.isBottom' : null }}
      />
      <IconButton
        label={text('panel.deleteLayer')}
        size="small"
        isQuiet
        icon={<TrashIcon />}
        onPress={() => take('edit.deleteLayer', deleteStructure(editor.plan, id))}
      />
    </>
  );
}
