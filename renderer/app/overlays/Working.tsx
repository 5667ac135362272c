import { useSyncExternalStore } from 'react';
import { ProgressBar } from '../../ui/layout/ProgressBar.tsx';
import styles from './ProgressBox.module.css';
import { subscribeToWork, workShown } from './work-shown.ts';

/** What the window is doing while it does not answer; nothing while it is free. */
export function Working() {
  const message = useSyncExternalStore(subscribeToWork, workShown);
  if (message === null) return null;
  return (
    <section className={`${styles.box} ${styles.alone}`} aria-label={message} aria-live="polite">
      <div className={styles.bar}>
        <ProgressBar label={message} fraction={null} />
      </div>
    </section>
  );
}
