import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './ProgressBar.module.css';

export type ProgressBarProps = {
  /** What is being done. */
  readonly label: string;
  /** From 0 to 1; null while it is not known. */
  readonly fraction: number | null;
};

export function ProgressBar({ label, fraction }: ProgressBarProps) {
  return (
    <AriaProgressBar
      value={(fraction ?? 0) * 100}
      isIndeterminate={fraction === null}
      className={styles.progress ?? ''}
    >
      {({ percentage }) => (
        <>
          <Label>{label}</Label>
          <span className={styles.value}>{fraction === null ? null : `${Math.round(fraction * 100)} %`}</span>
          <div className={styles.track}>
            <div
              className={classNames(styles.fill, fraction === null && styles.unknown)}
              style={fraction === null ? {} : { width: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
