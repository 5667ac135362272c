import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { AlertIcon, InfoIcon } from '../icons/state.tsx';
import styles from './Banner.module.css';

export type BannerProps = {
  /** `marking` is the line that says how the window's content may be handled. */
  readonly tone: 'marking' | 'info' | 'warn' | 'fail';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
};

/** One line over the full width. It is never covered: give it its own row. */
export function Banner({ tone, children, actions }: BannerProps) {
  if (tone === 'marking') {
    return (
      <div className={classNames(styles.banner, styles.marking)} role="note">
        {children}
      </div>
    );
  }
  return (
    <div className={classNames(styles.banner, styles[tone])} role={tone === 'fail' ? 'alert' : 'status'}>
      <span className={styles.icon}>{tone === 'info' ? <InfoIcon /> : <AlertIcon />}</span>
      <span className={styles.text}>{children}</span>
      {actions === undefined ? null : <span className={styles.actions}>{actions}</span>}
    </div>
  );
}
