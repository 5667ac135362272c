import { addStructure } from '../../../core/operations/structure/add-structure.ts';
import { renameStructure } from '../../../core/operations/structure/rename-structure.ts';
import { updateRecord } from '../../../core/operations/update-records.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { isLayerShown, isOffSheet } from '../../editor/window-lens.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useChosenSheet, useDrawing, useLens, useStructure } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { IconToggle } from '../../ui/buttons/IconToggle.tsx';
import { classNames } from '../../ui/class-names.ts';
import { PlusIcon, PrinterIcon } from '../../ui/icons/actions.tsx';
import { EyeIcon, EyeOffIcon, LockIcon, UnlockIcon } from '../../ui/icons/state.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import { DraftField } from '../inspector/DraftField.tsx';
import { PhasesSection } from '../phases/PhasesSection.tsx';
import { goBetweenRows } from '../row-keys.ts';
import { chooseByName } from '../row-press.ts';
import { StructureNotes } from '../StructureNotes.tsx';
import styles from '../structure.module.css';
import { useOperation } from '../use-operation.ts';
import { LayerActions } from './LayerActions.tsx';
import { LayerColour } from './LayerColour.tsx';

/** The layers, the topmost first: what is shown, locked and printed, and on which one new records go. */
export function LayersPanel() {
  const editor = useEditor();
  const layers = useStructure('layer');
  const { layer: active } = useDrawing();
  const { isolated } = useLens();
  const chosen = useChosenSheet();
  const alone = layers.find(({ id }) => id === isolated);
  const leftOut = layers.filter(({ id }) => isOffSheet(editor, id));
  const { take, refusal } = useOperation();
  const add = () => {
    const id = `layer:${crypto.randomUUID()}` as const;
    const name = text('panel.newLayer', { number: layers.length + 1 });
    if (take('edit.addLayer', addStructure(editor.plan, 'layer', { id, name, order: layers.length })))
      editor.show({ drawing: { layer: id } });
  };
  return (
    <>
      <div className={styles.panel}>
        <div onKeyDownCapture={goBetweenRows}>
          {layers.toReversed().map((layer) => (
            <LayerRow
              key={layer.id}
              layer={layer}
              isActive={layer.id === active}
              isShown={isLayerShown(editor, layer.id)}
              isOnSheet={!leftOut.includes(layer)}
              take={take}
            />
          ))}
        </div>
        {alone && (
          <p className={styles.note} role="status">
            {text('panel.alone', { layer: alone.name })}
          </p>
        )}
        {chosen && leftOut.length > 0 && (
          <p className={styles.note} role="status">
            {text('panel.offSheet', {
              sheet: chosen.number || chosen.name,
              layers: leftOut.map(({ name }) => `“${name}”`).join(', '),
            })}
          </p>
        )}
        <Refusal inset="list">{refusal}</Refusal>
        <div className={styles.bar}>
          <Button look="plain" icon={<PlusIcon />} onPress={add}>
            {text('panel.addLayer')}
          </Button>
          <span className={styles.gap} />
          <LayerActions
            id={active}
            place={layers.findIndex(({ id }) => id === active)}
            count={layers.length}
            take={take}
          />
        </div>
      </div>
      <div className={styles.below}>
        <PhasesSection />
      </div>
    </>
  );
}

type RowProps = {
  readonly layer: RecordOf<'layer'>;
  readonly isActive: boolean;
  /** While one layer is isolated, only that one is; while a sheet is framed, only those on it. */
  readonly isShown: boolean;
  /** False where the plan shows it and the framed sheet alone leaves it out. */
  readonly isOnSheet: boolean;
  readonly take: ReturnType<typeof useOperation>['take'];
};

function LayerRow({ layer, isActive, isShown, isOnSheet, take }: RowProps) {
  const editor = useEditor();
  const change = (fields: Partial<RecordOf<'layer'>>) =>
    take('edit.layer', updateRecord(editor.plan, layer.id, fields));
  return (
    <>
      <div className={styles.row} data-row data-active={isActive} aria-current={isActive}>
        <IconToggle
          label={text('panel.visible')}
          size="small"
          icon={isShown ? <EyeIcon /> : <EyeOffIcon />}
          isSelected={isShown}
          onChange={(visible) => {
            // Who shows a layer wants to see it: none is alone then, and the frame of a sheet without it goes.
            editor.show({ lens: { isolated: null, ...(!isOnSheet && { sheet: null }) } });
            change({ visible });
          }}
        />
        <IconToggle
          label={text('panel.locked')}
          size="small"
          icon={layer.locked ? <LockIcon /> : <UnlockIcon />}
          isSelected={layer.locked}
          onChange={(locked) => change({ locked })}
        />
        <IconToggle
          label={text('panel.printed')}
          size="small"
          icon={<PrinterIcon />}
          isSelected={layer.printed}
          onChange={(printed) => change({ printed })}
        />
        <LayerColour layer={layer} take={take} />
        <div
          className={classNames(styles.name, styles.chooses)}
          {...chooseByName(isActive, () => editor.show({ drawing: { layer: layer.id } }))}
        >
          <DraftField
            label={text('panel.layerName')}
            onFocus={() => editor.show({ drawing: { layer: layer.id } })}
            labelPlacement="hidden"
            value={layer.name}
            onCommit={(name) => take('edit.layer', renameStructure(editor.plan, layer.id, name))}
          />
        </div>
      </div>
      {isActive && <StructureNotes record={layer} edit="edit.layer" take={take} />}
    </>
  );
}
