import { Button } from 'react-aria-components';
import { type SnapKind, snapKinds } from '../../editor/snap/snap-kinds.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePreview, useSnaps } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Checkbox } from '../../ui/fields/Checkbox.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { Switch } from '../../ui/fields/Switch.tsx';
import { ChevronDownIcon } from '../../ui/icons/actions.tsx';
import { Popover } from '../../ui/overlays/Popover.tsx';
import styles from './SnapSwitches.module.css';
import { angleSteps } from './stored-snaps.ts';

/** What the pointer snaps to now, and the switches of all it may snap to. */
export function SnapSwitches() {
  const editor = useEditor();
  const { isOn: isSnapping, off, angleStepDeg } = useSnaps();
  const turn = (type: SnapKind, isOn: boolean) => {
    const next = new Set(off);
    if (isOn) next.delete(type);
    else next.add(type);
    editor.show({ snaps: { off: next } });
  };
  return (
    <Popover label={text('snap.switches')} placement="top start" trigger={<Status />}>
      <div className={styles.switches}>
        <Switch
          label={text('snap.all')}
          isSelected={isSnapping}
          onChange={(isOn) => editor.show({ snaps: { isOn } })}
        />
        <div className={styles.types}>
          {snapKinds.map((type) => (
            <Checkbox
              key={type}
              label={text(`snap.${type}`)}
              isSelected={!off.has(type)}
              isDisabled={!isSnapping}
              onChange={(isOn) => turn(type, isOn)}
            />
          ))}
        </div>
        <Select
          label={text('snap.angleStep')}
          value={String(angleStepDeg)}
          options={angleSteps.map((degrees) => ({
            id: String(degrees),
            label: text('snap.degrees', { degrees }),
          }))}
          onChange={(value) => editor.show({ snaps: { angleStepDeg: Number(value) } })}
        />
        <p className={styles.note}>{text('snap.overPictures')}</p>
        <p className={styles.note}>{text('snap.hold')}</p>
      </div>
    </Popover>
  );
}

function Status() {
  const { isOn, ortho } = useSnaps();
  const mark = usePreview()?.guides.find((guide) => guide.type === 'mark');
  const name = mark?.type === 'mark' && mark.name !== 'none' ? text(`snap.${mark.name}`).toLowerCase() : null;
  return (
    <Button className={styles.button ?? ''}>
      {text('status.snap')} <b>{isOn ? (name ?? text('status.on')) : text('status.off')}</b>
      {ortho && <b> {text('status.ortho')}</b>}
      <ChevronDownIcon size={12} />
    </Button>
  );
}
