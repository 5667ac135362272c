import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '../buttons/Button.tsx';
import { IconButton } from '../buttons/IconButton.tsx';
import { AlertIcon, CloseIcon } from '../icons/state.tsx';
import styles from './ToastRegion.module.css';
import type { Toast, ToastQueue } from './toast-queue.ts';

const SHOWN_MS = 6000;

export type ToastRegionProps = {
  readonly queue: ToastQueue;
  /** The name of the region and of the cross. */
  readonly label: string;
  readonly closeLabel: string;
};

/** Says and shows what was just done. A failure, and what is to be read, stays until it is closed; the rest leaves. */
export function ToastRegion({ queue, label, closeLabel }: ToastRegionProps) {
  const toasts = useSyncExternalStore(queue.subscribe, queue.toasts);
  return (
    <section className={styles.region} aria-label={label} role="status" aria-atomic="false">
      {toasts.map((toast) => (
        <Message
          key={toast.id}
          toast={toast}
          closeLabel={closeLabel}
          onClose={() => queue.dismiss(toast.id)}
        />
      ))}
    </section>
  );
}

type MessageProps = { readonly toast: Toast; readonly closeLabel: string; readonly onClose: () => void };

function Message({ toast, closeLabel, onClose }: MessageProps) {
  const [isHeld, setHeld] = useState(false);
  const stays = isHeld || toast.tone === 'fail' || toast.stays === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another onClose is no reason to start again
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [stays, toast.id]);
  const { action } = toast;
  const act = (): void => {
    onClose();
    action?.onAction();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'fail' ? (
        <span className={styles.icon}>
          <AlertIcon />
        </span>
      ) : null}
      <span className={styles.message} data-selectable="">
        {toast.message}
      </span>
      {action ? <Button onPress={act}>{action.label}</Button> : null}
      <IconButton label={closeLabel} icon={<CloseIcon size={14} />} size="small" onPress={onClose} isQuiet />
    </div>
  );
}
