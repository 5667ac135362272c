import { updateRecord } from '../../../core/operations/update-records.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { text } from '../../messages/text.ts';
import { IconButton } from '../../ui/buttons/IconButton.tsx';
import { CloseIcon } from '../../ui/icons/state.tsx';
import type { useOperation } from '../use-operation.ts';
import styles from './LayerColour.module.css';

type Props = {
  readonly layer: RecordOf<'layer'>;
  readonly take: ReturnType<typeof useOperation>['take'];
};

// What the colour field shows first for a layer without a colour; it must be some colour.
const START = '#808080';

/** The colour of a layer, or an empty swatch while its records keep the colours of their meaning. */
export function LayerColour({ layer, take }: Props) {
  const editor = useEditor();
  const { colour } = layer;
  // The colour field tells every step of a drag: they are one step to undo.
  const pick = (picked: string) => {
    const result = updateRecord(editor.plan, layer.id, { colour: picked.toLowerCase() });
    take('edit.layer', result, `colour ${layer.id}`);
  };
  return (
    <>
      <input
        type="color"
        className={styles.swatch}
        data-none={colour === null}
        aria-label={text('panel.colour')}
        title={text('panel.colour')}
        value={colour ?? START}
        onChange={(event) => pick(event.target.value)}
      />
      {colour === null ? null : (
        <IconButton
          label={text('panel.noColour')}
          size="small"
          isQuiet
          icon={<CloseIcon />}
          onPress={() => take('edit.layer', updateRecord(editor.plan, layer.id, { colour: null }))}
        />
      )}
    </>
  );
}
