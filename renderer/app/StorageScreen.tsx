import type { StorageStatus } from '../../core/contract/shapes.ts';
import type { Tell } from '../commands/command.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';
import { Button } from '../ui/buttons/Button.tsx';
import { AlertIcon } from '../ui/icons/state.tsx';
import styles from './StorageScreen.module.css';
import { whenText } from './when-text.ts';

type Props = {
  readonly status: StorageStatus;
  readonly onDone: () => void;
  readonly tell: Tell;
};

/** Shown when the database cannot be used: says why, and offers the good backups. */
export function StorageScreen({ status, onDone, tell }: Props) {
  const take = async (answer: Promise<{ ok: boolean; error?: { message: string } }>) => {
    const result = await answer;
    if (!result.ok && result.error) tell(result.error.message, { tone: 'fail' });
    onDone();
  };
  return (
    <main className={styles.page} role="alert">
      <h1>
        <span className={styles.icon}>
          <AlertIcon size={20} />
        </span>
        {text('storage.title')}
      </h1>
      <p data-selectable="">{status.message}</p>
      <div className={styles.ways}>
        {status.backups.map(({ name, at, plans }, index) => (
          <Button
            key={name}
            look={index === 0 ? 'primary' : 'normal'}
            onPress={() => void take(bridge['storage.restoreBackup']({ backup: name }))}
          >
            {plans === 1
              ? text('storage.restoreOne', { at: whenText(at) })
              : text('storage.restore', { at: whenText(at), plans })}
          </Button>
        ))}
        {status.state === 'damaged' && (
          <Button onPress={() => void take(bridge['storage.startEmpty']({}))}>
            {text('storage.startEmpty')}
          </Button>
        )}
      </div>
    </main>
  );
}
