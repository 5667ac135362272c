import { useSyncExternalStore } from 'react';
import type { StorageStatus } from '../../../core/contract/shapes.ts';
import { text } from '../../messages/text.ts';
import type { Autosave } from '../../storage/autosave.ts';
import { clockText } from '../when-text.ts';
import styles from './StatusBar.module.css';

type Props = { readonly autosave: Autosave; readonly storage: StorageStatus | null };

/** Whether all is saved; nothing is called saved while its database is not in its place. */
export function SaveState({ autosave, storage }: Props) {
  const status = useSyncExternalStore(
    (listener) => autosave.subscribe(listener),
    () => autosave.status,
  );
  if (status.state === 'not-saved') {
    return (
      <strong className={styles.wrong} role="alert" data-save="not-saved">
        ▲ {text('status.notSaved', { reason: status.message })}
      </strong>
    );
  }
  if (storage?.state === 'out-of-place') {
    return (
      <strong className={styles.wrong} role="alert" data-save="out-of-place">
        ▲ {storage.message}
      </strong>
    );
  }
  if (status.state === 'saving') return <span data-save="saving">{text('status.saving')}</span>;
  const at = status.at ? clockText(status.at) : '';
  return (
    <span data-save="saved">
      ✓ <b>{text('status.saved', { at }).trim()}</b>
    </span>
  );
}
