import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './Row.module.css';

/** What a row of a RowList or Tree shows. */
export type RowShown = {
  readonly title: string;
  /** A second line, in grey; the row is 34 high then. */
  readonly detail?: string | undefined;
  readonly icon?: ReactNode;
  /** Instead of an icon: 72 by 54 pixels. */
  readonly picture?: ReactNode;
  /** On the right: a count, or small buttons. */
  readonly end?: ReactNode;
  /** Hidden or locked: drawn back. */
  readonly isDim?: boolean;
};

export function RowContent({ title, detail, icon, picture, end, isDim = false }: RowShown) {
  return (
    <div className={classNames(styles.content, detail && styles.two, isDim && styles.dim)}>
      {picture === undefined ? null : <span className={styles.picture}>{picture}</span>}
      {icon === undefined ? null : <span className={styles.icon}>{icon}</span>}
      <span className={styles.text}>
        <span className={styles.title} title={title}>
          {title}
        </span>
        {detail ? <span className={styles.detail}>{detail}</span> : null}
      </span>
      {end === undefined ? null : <span className={styles.end}>{end}</span>}
    </div>
  );
}
