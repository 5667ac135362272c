import { type ReactNode, useId } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './IconButton.module.css';
import { disabledBy, Reason } from './Reason.tsx';
import { Tooltip, type TooltipProps } from './Tooltip.tsx';

export type IconButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isDisabled'> &
  Pick<TooltipProps, 'shortcut' | 'placement'> & {
    /** Its name, and the text of its tooltip. */
    readonly label: string;
    readonly icon: ReactNode;
    /** One sentence why it cannot be used now; it stays in the tab order so that the sentence can be read. */
    readonly whyDisabled?: string | null;
    readonly size?: 'small' | 'normal' | 'large';
    /** Drawn back until it is pointed at, for rows. */
    readonly isQuiet?: boolean;
  };

export function IconButton(props: IconButtonProps) {
  const {
    label,
    icon,
    shortcut,
    placement,
    whyDisabled = null,
    size = 'normal',
    isQuiet,
    onPress,
    ...rest
  } = props;
  const reason = useId();
  return (
    <Tooltip text={label} shortcut={shortcut} reason={whyDisabled} {...(placement && { placement })}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(whyDisabled === null ? onPress && { onPress } : disabledBy(reason))}
        className={classNames(styles.button, size !== 'normal' && styles[size], isQuiet && styles.quiet)}
      >
        {icon}
        <Reason id={reason}>{whyDisabled}</Reason>
      </AriaButton>
    </Tooltip>
  );
}
