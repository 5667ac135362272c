import type { StorageStatus } from '../../core/contract/shapes.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';
import styles from './StorageScreen.module.css';

type Props = {
  readonly status: StorageStatus;
  readonly onDone: () => void;
  readonly tell: (message: string) => void;
};

/** Shown when the database cannot be used: says why, and offers the good backups. */
export function StorageScreen({ status, onDone, tell }: Props) {
  const take = async (answer: Promise<{ ok: boolean; error?: { message: string } }>) => {
    const result = await answer;
    if (!result.ok && result.error) tell(result.error.message);
    onDone();
  };
  return (
    <main className={styles.page} role="alert">
      <h1>{text('storage.title')}</h1>
      <p>{status.message}</p>
      {status.backups.map(({ name, at, plans }) => (
        <button
          key={name}
          type="button"
          className="button"
          onClick={() => void take(bridge['storage.restoreBackup']({ backup: name }))}
        >
          {text('storage.restore', { at: new Date(at).toLocaleString(), plans })}
        </button>
      ))}
      {status.state === 'damaged' && (
        <button type="button" className="button" onClick={() => void take(bridge['storage.startEmpty']({}))}>
          {text('storage.startEmpty')}
        </button>
      )}
    </main>
  );
}
