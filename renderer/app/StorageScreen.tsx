import { useState } from 'react';
import type { Answer } from '../../core/contract/method.ts';
import type { StorageStatus, StoredCopy } from '../../core/contract/shapes.ts';
import type { Tell } from '../commands/command.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';
import { Button } from '../ui/buttons/Button.tsx';
import { AlertIcon } from '../ui/icons/state.tsx';
import styles from './StorageScreen.module.css';
import { exactWhenText } from './when-text.ts';

type Props = {
  readonly status: StorageStatus;
  readonly onDone: () => void;
  readonly tell: Tell;
};

const titles = {
  missing: text('storage.titleMissing'),
  older: text('storage.titleOlder'),
} as const;

/** Shown when the database cannot be used: says why, and offers the sound copies, the newest state first. */
export function StorageScreen({ status, onDone, tell }: Props) {
  const [isBusy, setBusy] = useState(false);
  const take = async (answer: Promise<Answer<unknown>>) => {
    setBusy(true);
    const result = await answer;
    setBusy(false);
    if (!result.ok) tell(result.error.message, { tone: 'fail' });
    onDone();
  };
  const { state, backups, isLooking } = status;
  const mayBegin = !isLooking && (state === 'damaged' || state === 'missing');
  return (
    <main className={styles.page} role="alert" aria-busy={isBusy || isLooking}>
      <h1>
        <span className={styles.icon}>
          <AlertIcon size={20} />
        </span>
        {state in titles ? titles[state as keyof typeof titles] : text('storage.title')}
      </h1>
      <p data-selectable="">{status.message}</p>
      {backups.length > 0 && (
        <ul className={styles.copies}>
          {backups.map((copy, index) => (
            <Copy
              key={copy.name}
              copy={copy}
              isFirst={index === 0}
              isBusy={isBusy}
              onRestore={() => void take(bridge['storage.restoreBackup']({ backup: copy.name }))}
            />
          ))}
        </ul>
      )}
      <p className={styles.note}>{isBusy ? text('storage.restoring') : text('storage.kept')}</p>
      <div className={styles.ways}>
        {state === 'older' && !isLooking && (
          <Button isDisabled={isBusy} onPress={() => void take(bridge['storage.useOlder']({}))}>
            {text('storage.useOlder')}
          </Button>
        )}
        {mayBegin && (
          <Button isDisabled={isBusy} onPress={() => void take(bridge['storage.startEmpty']({}))}>
            {text('storage.startEmpty')}
          </Button>
        )}
      </div>
    </main>
  );
}

type CopyProps = {
  readonly copy: StoredCopy;
  readonly isFirst: boolean;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
};

/** What a copy is, and what of all that was saved it has. */
function whatText({ kind, lacks }: StoredCopy): string {
  const what = text(`storage.copy.${kind}`);
  if (lacks === null) return what;
  return `${what} · ${lacks === '' ? text('storage.hasAll') : text('storage.lacks', { what: lacks })}`;
}

function Copy({ copy, isFirst, isBusy, onRestore }: CopyProps) {
  const { kind, at, plans } = copy;
  const when = exactWhenText(at);
  return (
    <li>
      <span>
        <b>{when}</b>
        <span className={styles.what}>{whatText(copy)}</span>
      </span>
      <span className={styles.count}>
        {plans === 1 ? text('storage.onePlan') : text('storage.plans', { plans })}
      </span>
      <Button
        look={isFirst ? 'primary' : 'normal'}
        isDisabled={isBusy}
        aria-label={text('storage.restoreThis', { what: text(`storage.short.${kind}`), at: when })}
        onPress={onRestore}
      >
        {text('storage.restore')}
      </Button>
    </li>
  );
}
