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
  /** Null while there is nothing to say. */
  readonly text: string | null;
  /** Keys as they are written on the keyboard: `Ctrl K`. */
  readonly shortcut?: string | undefined;
  /** Why the control cannot be used now. */
  readonly reason?: string | null;
  readonly placement?: NonNullable<AriaTooltipProps['placement']>;
};

export function Tooltip({ children, text, shortcut, reason = null, placement = 'bottom' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0} isDisabled={text === null}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} placement={placement} offset={6}>
        <span>
          {text}
          {reason === null ? null : <span className={styles.reason}>{reason}</span>}
        </span>
        {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
