import { Fragment, type ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import styles from './Toolbar.module.css';

export type ToolbarProps = {
  readonly label: string;
  readonly orientation?: 'horizontal' | 'vertical';
  /** Buttons with their keys, in groups; a thin line stands between groups. */
  readonly groups: readonly ReactNode[];
};

/** One stop of the Tab key; the arrow keys go from button to button. */
export function Toolbar({ label, orientation = 'horizontal', groups }: ToolbarProps) {
  return (
    <AriaToolbar aria-label={label} orientation={orientation} className={styles.toolbar ?? ''}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups are fixed and have no other name
        <Fragment key={index}>
          {index > 0 ? <div className={styles.separator} aria-hidden="true" /> : null}
          {group}
        </Fragment>
      ))}
    </AriaToolbar>
  );
}
