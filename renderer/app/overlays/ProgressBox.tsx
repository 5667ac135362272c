import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { ProgressBar } from '../../ui/layout/ProgressBar.tsx';
import styles from './ProgressBox.module.css';

type Props = {
  readonly label: string;
  /** 0 to 1. */
  readonly done: number;
  readonly onCancel: () => void;
};

/** How far long work is, and the way out of it. */
export function ProgressBox({ label, done, onCancel }: Props) {
  return (
    <section className={styles.box} aria-label={label}>
      <div className={styles.bar}>
        <ProgressBar label={label} fraction={done > 0 ? done : null} />
      </div>
      <Button onPress={onCancel}>{text('app.cancel')}</Button>
    </section>
  );
}
