import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '../buttons/Button.tsx';
import { IconButton } from '../buttons/IconButton.tsx';
import { DuplicateIcon } from '../icons/actions.tsx';
import { AlertIcon, CloseIcon } from '../icons/state.tsx';
import styles from './ToastRegion.module.css';
import type { Toast, ToastQueue } from './toast-queue.ts';

const SHOWN_MS = 6000;

export type ToastRegionProps = {
  readonly queue: ToastQueue;
  /** The name of the region, of the cross, and of the button that copies what is to be read. */
  readonly label: string;
  readonly closeLabel: string;
  readonly copyLabel: string;
  readonly onCopy: (message: string) => void;
};

/**
 * Says and shows what was just done. A failure, and what is to be read, stays until it is closed; the rest leaves.
 *
 * Only the buttons take presses: all else goes through to what lies beneath.
 */
export function ToastRegion({ queue, label, ...words }: ToastRegionProps) {
  const toasts = useSyncExternalStore(queue.subscribe, queue.toasts);
  return (
    <section className={styles.region} aria-label={label} role="status" aria-atomic="false" data-messages="">
      {toasts.map((toast) => (
        <Message key={toast.id} toast={toast} {...words} onClose={() => queue.dismiss(toast.id)} />
      ))}
    </section>
  );
}

type MessageProps = Pick<ToastRegionProps, 'closeLabel' | 'copyLabel' | 'onCopy'> & {
  readonly toast: Toast;
  readonly onClose: () => void;
};

/** Whether the pointer is over a box that takes no presses. */
function useIsOver(box: RefObject<HTMLElement | null>): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const look = ({ clientX, clientY }: PointerEvent) => {
      const within = box.current?.getBoundingClientRect();
      if (!within) return;
      const { left, right, top, bottom } = within;
      setOver(clientX >= left && clientX <= right && clientY >= top && clientY <= bottom);
    };
    window.addEventListener('pointermove', look, { capture: true, passive: true });
    return () => window.removeEventListener('pointermove', look, { capture: true });
  }, [box]);
  return isOver;
}

function Message({ toast, closeLabel, copyLabel, onCopy, onClose }: MessageProps) {
  const [isFocused, setFocused] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const isHeld = useIsOver(box) || isFocused;
  const isRead = toast.tone === 'fail' || toast.stays === true;
  const stays = isHeld || isRead;
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
      ref={box}
      className={styles.toast}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {toast.tone === 'fail' ? (
        <span className={styles.icon}>
          <AlertIcon />
        </span>
      ) : null}
      <span className={styles.message}>{toast.message}</span>
      {action ? <Button onPress={act}>{action.label}</Button> : null}
      {isRead ? (
        <IconButton
          label={copyLabel}
          icon={<DuplicateIcon size={14} />}
          size="small"
          onPress={() => onCopy(toast.message)}
          isQuiet
        />
      ) : null}
      <IconButton label={closeLabel} icon={<CloseIcon size={14} />} size="small" onPress={onClose} isQuiet />
    </div>
  );
}
