import { type ReactNode, useId } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './Button.module.css';
import { disabledBy, Reason } from './Reason.tsx';
import { Tooltip } from './Tooltip.tsx';

type PlainProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  readonly children: ReactNode;
  /** `primary` at most once in a view; `plain` without a border; `link` within a line of text or a row. */
  readonly look?: 'normal' | 'primary' | 'plain' | 'link';
  readonly icon?: ReactNode;
};

export type ButtonProps = PlainProps & {
  /** One sentence why it cannot be used now, its tooltip; it stays in the tab order so that it can be read. */
  readonly whyDisabled?: string | null;
};

export function Button({ whyDisabled, ...props }: ButtonProps) {
  return whyDisabled === undefined ? <Plain {...props} /> : <Explained {...props} why={whyDisabled} />;
}

function Plain({ children, look = 'normal', icon, ...rest }: PlainProps) {
  return (
    <AriaButton {...rest} className={classNames(styles.button, look !== 'normal' && styles[look])}>
      {icon}
      {children}
    </AriaButton>
  );
}

function Explained({ why, children, onPress, ...props }: PlainProps & { readonly why: string | null }) {
  const reason = useId();
  return (
    <Tooltip text={why}>
      <Plain {...props} {...(why === null ? onPress && { onPress } : disabledBy(reason))}>
        {children}
        <Reason id={reason}>{why}</Reason>
      </Plain>
    </Tooltip>
  );
}
