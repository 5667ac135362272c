import { useCallback, useMemo, useRef, useState } from 'react';
import { text } from '../messages/text.ts';
import styles from './Toasts.module.css';

type Toast = { readonly id: number; readonly message: string };
type ToastQueue = {
  readonly shown: readonly Toast[];
  readonly tell: (message: string) => void;
  readonly dismiss: (id: number) => void;
};

const SHOWN_MS = 9000;
const MOST_SHOWN = 4;

/** A queue of messages for the person, the newest last. */
export function useToasts(): ToastQueue {
  const [shown, setShown] = useState<readonly Toast[]>([]);
  const next = useRef(1);
  const dismiss = useCallback(
    (id: number) => setShown((toasts) => toasts.filter((toast) => toast.id !== id)),
    [],
  );
  const tell = useCallback(
    (message: string) => {
      const id = next.current++;
      setShown((toasts) => [...toasts, { id, message }].slice(-MOST_SHOWN));
      setTimeout(() => dismiss(id), SHOWN_MS);
    },
    [dismiss],
  );
  return useMemo(() => ({ shown, tell, dismiss }), [shown, tell, dismiss]);
}

export function Toasts({ toasts }: { toasts: ToastQueue }) {
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {toasts.shown.map(({ id, message }) => (
        <div key={id} className={styles.toast}>
          <span>{message}</span>
          <button type="button" aria-label={text('app.dismiss')} onClick={() => toasts.dismiss(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
