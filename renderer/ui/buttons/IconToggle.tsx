import type { ReactNode } from 'react';
import { ToggleButton, type ToggleButtonProps } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './IconButton.module.css';
import { Tooltip, type TooltipProps } from './Tooltip.tsx';

export type IconToggleProps = Omit<ToggleButtonProps, 'children' | 'className' | 'style'> &
  Pick<TooltipProps, 'shortcut' | 'placement'> & {
    /** Its name, and the text of its tooltip: what it does now. */
    readonly label: string;
    readonly icon: ReactNode;
    readonly size?: 'small' | 'normal' | 'large';
    /** Drawn back until it is pointed at, for rows. */
    readonly isQuiet?: boolean;
  };

/** A button that stays down: `isSelected`, `onChange`. Inside a Toolbar or ToggleButtonGroup give it an `id`. */
export function IconToggle(props: IconToggleProps) {
  const { label, icon, shortcut, placement, size = 'normal', isQuiet, ...rest } = props;
  return (
    <Tooltip text={label} shortcut={shortcut} {...(placement && { placement })}>
      <ToggleButton
        {...rest}
        aria-label={label}
        className={classNames(styles.button, size !== 'normal' && styles[size], isQuiet && styles.quiet)}
      >
        {icon}
      </ToggleButton>
    </Tooltip>
  );
}
