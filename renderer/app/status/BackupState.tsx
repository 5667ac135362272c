import { useEffect, useState } from 'react';
import type { StorageStatus } from '../../../core/contract/shapes.ts';
import { text } from '../../messages/text.ts';
import { bridge } from '../../storage/bridge.ts';
import { onStorageStatus } from '../../storage/storage-changes.ts';
import { shortWhenText, whenText } from '../when-text.ts';
import styles from './StatusBar.module.css';

/** When the last good backup was made, or that there is none and why. */
export function BackupState() {
  const status = useStorageStatus();
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
  if (failed !== null) {
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

function useStorageStatus(): StorageStatus | null {
  const [status, setStatus] = useState<StorageStatus | null>(null);
  useEffect(() => {
    let isShown = true;
    void bridge['storage.status']({}).then((answer) => {
      if (isShown && answer.ok) setStatus(answer.value);
    });
    const end = onStorageStatus(setStatus);
    return () => {
      isShown = false;
      end();
    };
  }, []);
  return status;
}
