import { updateRecord } from '../../../core/operations/update-records.ts';
import { recordsOf, settingsOf } from '../../../core/plan/plan.ts';
import type { RecordOf } from '../../../core/plan/records/index.ts';
import { formatLength } from '../../../core/quantity.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePlan } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { IconToggle } from '../../ui/buttons/IconToggle.tsx';
import { Slider } from '../../ui/fields/Slider.tsx';
import { LockIcon, UnlockIcon } from '../../ui/icons/state.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { useOperation } from '../use-operation.ts';

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
  const { displayUnit } = settingsOf(usePlan());
  const { take } = useOperation();
  const { calibration, widthPx, metresPerPixel } = underlay;
  const change = (fields: Partial<RecordOf<'underlay'>>) =>
    take('edit.change', updateRecord(editor.plan, underlay.id, fields));
  const calibrate = () => {
    editor.select([underlay.id]);
    editor.setTool('calibrate');
  };
  const width = formatLength(widthPx * metresPerPixel, displayUnit, 2);
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
      <Slider
        label={text('underlay.opacity')}
        value={underlay.opacity}
        minimum={0}
        maximum={1}
        stepBy={0.05}
        isDisabled={underlay.locked}
        onChange={(opacity) => change({ opacity })}
        format={(value) => `${Math.round(value * 100)} %`}
      />
      <p>
        {calibration
          ? text('underlay.calibrated', { distance: formatLength(calibration.distance, displayUnit), width })
          : text('underlay.notCalibrated', { width })}
      </p>
      <Button onPress={calibrate} isDisabled={underlay.locked}>
        {text('underlay.calibrate')}
      </Button>
    </PanelSection>
  );
}
