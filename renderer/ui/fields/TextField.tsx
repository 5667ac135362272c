import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Group,
  Input,
  Label,
  TextArea,
} from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './Field.module.css';
import { FieldNote } from './FieldNote.tsx';
import { type FieldFrameProps, frameClass } from './field-frame.ts';

export type TextFieldProps = Omit<
  AriaTextFieldProps,
  'children' | 'className' | 'style' | 'isInvalid' | 'validate'
> &
  FieldFrameProps & {
    readonly placeholder?: string;
    readonly isMultiline?: boolean;
    /** Of what is typed as a number: it stands at the right, with its unit beside it. */
    readonly unit?: string;
  };

export function TextField(props: TextFieldProps) {
  const { label, labelPlacement, error, description, unit, ...others } = props;
  const { placeholder = '', isMultiline = false, ...rest } = others;
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className={frameClass(labelPlacement)}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <Group
        className={classNames(styles.box, isMultiline && styles.area)}
        isInvalid={Boolean(error)}
        isDisabled={rest.isDisabled ?? false}
        role="presentation"
      >
        {isMultiline ? (
          <TextArea className={styles.input ?? ''} placeholder={placeholder} rows={2} />
        ) : (
          <Input
            className={classNames(styles.input, unit !== undefined && styles.numeric)}
            placeholder={placeholder}
          />
        )}
        {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
      </Group>
      <FieldNote error={error} description={description} />
    </AriaTextField>
  );
}
