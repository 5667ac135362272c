import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './Button.module.css';

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  readonly children: ReactNode;
  /** `primary` at most once in a view; `plain` without a border; `link` within a line of text or a row. */
  readonly look?: 'normal' | 'primary' | 'plain' | 'link';
  readonly icon?: ReactNode;
};

export function Button({ children, look = 'normal', icon, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(styles.button, look !== 'normal' && styles[look])}>
      {icon}
      {children}
    </AriaButton>
  );
}
