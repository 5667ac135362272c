import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '../buttons/Button.tsx';
import { IconButton } from '../buttons/IconButton.tsx';
import { classNames } from '../class-names.ts';
import { ChevronDownIcon, ChevronRightIcon, DuplicateIcon } from '../icons/actions.tsx';
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
  readonly folding: Folding;
};

/** Whether a message of several lines is one line long, and the names of the button that makes it so. */
export type Folding = {
  readonly isFolded: boolean;
  readonly onFold: (isFolded: boolean) => void;
  readonly foldLabel: string;
  readonly unfoldLabel: string;
  /** How many lines do not show. */
  readonly moreLabel: (lines: number) => string;
};

/**
 * Says and shows what was just done. A failure, and what is to be read, stays until it is closed; the rest leaves. What
 * is long can be folded to its first line, so that it does not lie over what it speaks of.
 *
 * Only the buttons take presses: all else goes through to what lies beneath.
 */
export function ToastRegion({ queue, label, ...words }: ToastRegionProps) {
  const toasts = useSyncExternalStore(queue.subscribe, queue.toasts);
  return (
    <section
      className={styles.region}
      aria-label={label}
      role="status"
      aria-atomic="false"
      data-messages=""
      data-region={toasts.some(isToBeRead) ? 'messages' : undefined}
    >
      {toasts.map((toast) => (
        <Message key={toast.id} toast={toast} {...words} onClose={() => queue.dismiss(toast.id)} />
      ))}
    </section>
  );
}

const isToBeRead = ({ tone, stays }: Toast) => tone === 'fail' || stays === true;

type MessageProps = Pick<ToastRegionProps, 'closeLabel' | 'copyLabel' | 'onCopy' | 'folding'> & {
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

function Message({ toast, closeLabel, copyLabel, onCopy, folding, onClose }: MessageProps) {
  const [isFocused, setFocused] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const isHeld = useIsOver(box) || isFocused;
  const isRead = isToBeRead(toast);
  const more = isRead ? toast.message.split('\n').length - 1 : 0;
  const isFolded = more > 0 && folding.isFolded;
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
      className={classNames(styles.toast, isFolded && styles.folded)}
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
      {isFolded ? (
        <span className={styles.more} aria-hidden>
          {folding.moreLabel(more)}
        </span>
      ) : null}
      {more > 0 ? <FoldButton folding={folding} /> : null}
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

function FoldButton({ folding }: Pick<ToastRegionProps, 'folding'>) {
  const { isFolded, onFold, foldLabel, unfoldLabel } = folding;
  return (
    <IconButton
      label={isFolded ? unfoldLabel : foldLabel}
      icon={isFolded ? <ChevronRightIcon size={14} /> : <ChevronDownIcon size={14} />}
      size="small"
      aria-expanded={!isFolded}
      onPress={() => onFold(!isFolded)}
      isQuiet
    />
  );
}
