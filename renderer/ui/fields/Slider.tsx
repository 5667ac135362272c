import { Slider as AriaSlider, Label, SliderThumb, SliderTrack } from 'react-aria-components';
import styles from './Field.module.css';
import { type FieldFrameProps, frameClass } from './field-frame.ts';
import sliderStyles from './Slider.module.css';

export type SliderProps = Pick<FieldFrameProps, 'label' | 'labelPlacement'> & {
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly stepBy: number;
  /** While it moves: for a preview. */
  readonly onChange: (value: number) => void;
  /** When it is let go or a key was pressed: for the commit. */
  readonly onCommit?: (value: number) => void;
  /** The value with its unit, as shown beside the track. */
  readonly format: (value: number) => string;
  readonly isDisabled?: boolean;
};

export function Slider(props: SliderProps) {
  const { label, labelPlacement, value, minimum, maximum, stepBy, onChange, onCommit, format } = props;
  return (
    <AriaSlider
      value={value}
      minValue={minimum}
      maxValue={maximum}
      step={stepBy}
      onChange={onChange}
      {...(onCommit && { onChangeEnd: onCommit })}
      isDisabled={props.isDisabled ?? false}
      className={frameClass(labelPlacement)}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={sliderStyles.control}>
        <SliderTrack className={sliderStyles.track ?? ''}>
          {({ state }) => (
            <>
              <div className={sliderStyles.fill} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
              <SliderThumb className={sliderStyles.thumb ?? ''} aria-valuetext={format(value)} />
            </>
          )}
        </SliderTrack>
        <output className={sliderStyles.output}>{format(value)}</output>
      </div>
    </AriaSlider>
  );
}
