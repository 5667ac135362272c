import type { ReactElement } from 'react';
import {
  Tooltip as AriaTooltip,
  type TooltipProps as AriaTooltipProps,
  TooltipTrigger,
} from 'react-aria-components';
import { Kbd } from '../layout/Kbd.tsx';
import styles from './Tooltip.module.css';

export type TooltipProps = {
  /** A button or a field: something that can be focused. */
  readonly children: ReactElement;
  readonly text: string;
  /** Keys as they are written on the keyboard: `Ctrl K`. */
  readonly shortcut?: string | undefined;
  /** Why the control cannot be used now. */
  readonly reason?: string | undefined;
  readonly placement?: NonNullable<AriaTooltipProps['placement']>;
};

export function Tooltip({ children, text, shortcut, reason, placement = 'bottom' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} placement={placement} offset={6}>
        <span>
          {text}
          {reason === undefined ? null : <span className={styles.reason}> · {reason}</span>}
        </span>
        {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
