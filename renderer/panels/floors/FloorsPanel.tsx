import { useMemo } from 'react';
import { addStructure } from '../../../core/operations/structure/add-structure.ts';
import { deleteStructure } from '../../../core/operations/structure/delete-structure.ts';
import { renameStructure } from '../../../core/operations/structure/rename-structure.ts';
import { updateRecord } from '../../../core/operations/update-records.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { sortedByHeight } from '../../../core/plan/parts/floors.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useLens, useSettings, useStructure } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { IconButton } from '../../ui/buttons/IconButton.tsx';
import { IconToggle } from '../../ui/buttons/IconToggle.tsx';
import { classNames } from '../../ui/class-names.ts';
import { QuantityField } from '../../ui/fields/QuantityField.tsx';
import { Switch } from '../../ui/fields/Switch.tsx';
import { PlusIcon, TrashIcon } from '../../ui/icons/actions.tsx';
import { EyeIcon } from '../../ui/icons/state.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import { DraftField } from '../inspector/DraftField.tsx';
import { comesToIn, typedNumber } from '../inspector/number-form.ts';
import { goBetweenRows } from '../row-keys.ts';
import { chooseByName } from '../row-press.ts';
import { StructureNotes } from '../StructureNotes.tsx';
import styles from '../structure.module.css';
import { useOperation } from '../use-operation.ts';

/** The floors of the plan; the one that is shown is drawn on. */
export function FloorsPanel() {
  const editor = useEditor();
  const stored = useStructure('floor');
  const floors = useMemo(() => sortedByHeight(stored), [stored]);
  const { floor: active, ghost } = useLens();
  const { take, refusal } = useOperation();
  const add = () => {
    const id = `floor:${crypto.randomUUID()}` as const;
    const name = text('panel.newFloor', { number: floors.length });
    const top = floors.at(-1);
    const elevation = top && floors.length > 1 ? top.elevation + top.height : 0;
    if (
      take('edit.addFloor', addStructure(editor.plan, 'floor', { id, name, order: floors.length, elevation }))
    )
      editor.show({ lens: { floor: id } });
  };
  return (
    <div className={styles.panel}>
      <div onKeyDownCapture={goBetweenRows}>
        {floors.toReversed().map((floor) => (
          <FloorRow key={floor.id} floor={floor} isActive={floor.id === active} take={take} />
        ))}
      </div>
      <Refusal inset="list">{refusal}</Refusal>
      <div className={styles.bar}>
        <Button look="plain" icon={<PlusIcon />} onPress={add}>
          {text('panel.addFloor')}
        </Button>
      </div>
      {floors.length > 1 && (
        <div className={styles.setting}>
          <Switch
            label={text('command.view.ghost')}
            isSelected={ghost}
            onChange={(isOn) => editor.show({ lens: { ghost: isOn } })}
          />
        </div>
      )}
    </div>
  );
}

type RowProps = {
  readonly floor: RecordOf<'floor'>;
  readonly isActive: boolean;
  readonly take: ReturnType<typeof useOperation>['take'];
};

function FloorRow({ floor, isActive, take }: RowProps) {
  const editor = useEditor();
  const { displayUnit } = useSettings();
  const length = typedNumber({ type: 'length' }, displayUnit);
  const shown = {
    format: length.format,
    comesTo: (typed: string) => comesToIn(length, typed),
    ...(length.unit !== '' && { unit: length.unit }),
  };
  const parse = (field: 'elevation' | 'height') => (typed: string) => {
    const parsed = length.parse(typed);
    if (!parsed.ok) return parsed;
    const isTaken = updateRecord(editor.plan, floor.id, { [field]: parsed.value }).ok;
    return isTaken ? parsed : { ok: false as const, message: text(`panel.not.${field}`) };
  };
  const change = (fields: Partial<RecordOf<'floor'>>) =>
    take('edit.floor', updateRecord(editor.plan, floor.id, fields));
  return (
    <>
      <div className={styles.row} data-row data-active={isActive} aria-current={isActive}>
        <IconToggle
          label={text('panel.showFloor')}
          size="small"
          icon={<EyeIcon />}
          isSelected={isActive}
          onChange={() => editor.show({ lens: { floor: floor.id } })}
        />
        <div
          className={classNames(styles.name, styles.chooses)}
          {...chooseByName(isActive, () => editor.show({ lens: { floor: floor.id } }))}
        >
          <DraftField
            label={text('panel.floorName')}
            labelPlacement="hidden"
            value={floor.name}
            onCommit={(name) => take('edit.floor', renameStructure(editor.plan, floor.id, name))}
          />
        </div>
        <IconButton
          label={text('panel.delete')}
          size="small"
          isQuiet
          icon={<TrashIcon />}
          onPress={() => take('edit.deleteFloor', deleteStructure(editor.plan, floor.id))}
        />
      </div>
      {isActive && (
        <div className={styles.fields}>
          <QuantityField
            key={`${floor.id} elevation`}
            label={text('panel.elevation')}
            value={floor.elevation}
            {...shown}
            parse={parse('elevation')}
            onCommit={(elevation) => change({ elevation })}
          />
          <QuantityField
            key={`${floor.id} height`}
            label={text('panel.height')}
            value={floor.height}
            {...shown}
            parse={parse('height')}
            onCommit={(height) => change({ height })}
          />
        </div>
      )}
      {isActive && <StructureNotes record={floor} edit="edit.floor" take={take} />}
    </>
  );
}
