import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import { CheckIcon } from '../icons/state.tsx';
import styles from './Checkbox.module.css';

export type CheckboxProps = Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> & {
  readonly label: string;
};

/** `isSelected`, `onChange`; `isIndeterminate` when some are and some are not. */
export function Checkbox({ label, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={styles.checkbox ?? ''}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box} aria-hidden="true">
            {isIndeterminate ? <span className={styles.dash} /> : isSelected ? <CheckIcon size={12} /> : null}
          </span>
          {label}
        </>
      )}
    </AriaCheckbox>
  );
}
