import type { StorageStatus } from '../../../core/contract/shapes.ts';
import { text } from '../../messages/text.ts';
import { shortWhenText, whenText } from '../when-text.ts';
import styles from './StatusBar.module.css';

/** When the last good backup was made, or that there is none and why. */
export function BackupState({ status }: { readonly status: StorageStatus | null }) {
  if (!status) return null;
  const { at, failed, isRunning } = status.backup;
  if (status.state === 'ready' && status.message) {
    return (
      <strong className={styles.wrong} role="alert" data-backup="damaged">
        ▲ {status.message}
      </strong>
    );
  }
  if (isRunning) return <span data-backup="running">{text('status.backupRunning')}</span>;
  // Of a database that is not in its place none can be made: that is said already.
  if (failed !== null && status.state !== 'out-of-place') {
    return (
      <strong className={styles.wrong} role="alert" data-backup="failed">
        ▲ {text('status.backupFailed', { reason: failed })}
      </strong>
    );
  }
  if (at === null) return null;
  return (
    <span className={styles.backup} data-backup="made" title={text('status.backupAt', { at: whenText(at) })}>
      {text('status.backup')} <b>{shortWhenText(at)}</b>
    </span>
  );
}
