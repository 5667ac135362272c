import { updateRecord } from '../../../core/operations/update-records.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { getRecord, recordsOf, settingsOf } from '../../../core/plan/plan.ts';
import { formatLength } from '../../../core/quantity.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePlan } from '../../hooks/use-editor-state.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { text } from '../../messages/text.ts';
import { unbroken } from '../../messages/unbroken.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { IconToggle } from '../../ui/buttons/IconToggle.tsx';
import { LockIcon, UnlockIcon } from '../../ui/icons/state.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import { useOperation } from '../use-operation.ts';
import { OpacitySlider } from './OpacitySlider.tsx';
import styles from './UnderlaysPanel.module.css';
import { writeScale } from './write-scale.ts';

/** The pictures beneath the drawing: how strong they show, whether they are locked, and their scale. */
export function UnderlaysPanel() {
  const plan = usePlan();
  const underlays = [...recordsOf(plan, 'underlay')];
  if (underlays.length === 0)
    return <EmptyState title={text('underlay.none')} text={text('underlay.noneHint')} />;
  return underlays.map((underlay) => <Underlay key={underlay.id} underlay={underlay} />);
}

function Underlay({ underlay }: { readonly underlay: RecordOf<'underlay'> }) {
  const editor = useEditor();
  const plan = usePlan();
  const { displayUnit } = settingsOf(plan);
  const { take, refusal } = useOperation();
  const { calibration, widthPx, heightPx, metresPerPixel } = underlay;
  const layer = getRecord(plan, underlay.layer);
  const isFixed = underlay.locked || layer?.locked === true;
  const change = (fields: Partial<RecordOf<'underlay'>>) =>
    take('edit.change', updateRecord(editor.plan, underlay.id, fields));
  const calibrate = () => {
    // The picture may lie on a floor that is not shown.
    if (editor.view.lens.floor !== underlay.floor) editor.show({ lens: { floor: underlay.floor } });
    editor.select([underlay.id]);
    editor.setTool('calibrate');
  };
  const width = unbroken(formatLength(widthPx * metresPerPixel, displayUnit, 2));
  return (
    <PanelSection
      title={underlay.name}
      actions={
        <IconToggle
          label={text('panel.locked')}
          size="small"
          icon={underlay.locked ? <LockIcon /> : <UnlockIcon />}
          isSelected={underlay.locked}
          onChange={(locked) => change({ locked })}
        />
      }
    >
      <OpacitySlider
        opacity={underlay.opacity}
        isDisabled={isFixed}
        onCommit={(opacity) => change({ opacity })}
      />
      <p className={styles.note}>
        {calibration
          ? text('underlay.calibrated', {
              distance: unbroken(formatLength(calibration.distance, displayUnit)),
              width,
            })
          : text('underlay.notCalibrated', { width })}
      </p>
      <p className={styles.note}>
        {text('underlay.scale', {
          metres: writeScale(metresPerPixel),
          width: widthPx,
          height: heightPx,
        })}
      </p>
      {layer?.visible === false ? (
        <p className={styles.note}>{text('underlay.hiddenLayer', { layer: layer.name })}</p>
      ) : null}
      <Refusal>{refusal}</Refusal>
      <Button onPress={calibrate} whyDisabled={isFixed ? sentenceOf('locked') : null}>
        {text('underlay.calibrate')}
      </Button>
    </PanelSection>
  );
}
