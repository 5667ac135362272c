import { type ReactNode, useId } from 'react';
import { ToggleButton, type ToggleButtonProps } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './IconButton.module.css';
import { disabledBy, Reason } from './Reason.tsx';
import { Tooltip, type TooltipProps } from './Tooltip.tsx';

export type IconToggleProps = Omit<ToggleButtonProps, 'children' | 'className' | 'style' | 'isDisabled'> &
  Pick<TooltipProps, 'shortcut' | 'placement'> & {
    /** Its name, and the text of its tooltip: what it does now. */
    readonly label: string;
    readonly icon: ReactNode;
    /** One sentence why it cannot be used now; it stays in the tab order so that the sentence can be read. */
    readonly whyDisabled?: string | null;
    readonly size?: 'small' | 'normal' | 'large';
    /** Drawn back until it is pointed at, for rows. */
    readonly isQuiet?: boolean;
  };

/** A button that stays down: `isSelected`, `onChange`. Inside a Toolbar or ToggleButtonGroup give it an `id`. */
export function IconToggle(props: IconToggleProps) {
  const {
    label,
    icon,
    shortcut,
    placement,
    whyDisabled = null,
    size = 'normal',
    isQuiet,
    onChange,
    ...rest
  } = props;
  const reason = useId();
  return (
    <Tooltip text={label} shortcut={shortcut} reason={whyDisabled} {...(placement && { placement })}>
      <ToggleButton
        {...rest}
        aria-label={label}
        {...(whyDisabled === null ? onChange && { onChange } : disabledBy(reason))}
        className={classNames(styles.button, size !== 'normal' && styles[size], isQuiet && styles.quiet)}
      >
        {icon}
        <Reason id={reason}>{whyDisabled}</Reason>
      </ToggleButton>
    </Tooltip>
  );
}
