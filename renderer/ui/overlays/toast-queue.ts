/** A short message at the edge of the window, with at most one thing to do about it. */
export type Toast = {
  readonly id: number;
  readonly message: string;
  readonly tone?: 'normal' | 'fail';
  /** Several lines, which are read before they are closed; they leave with what they speak of. */
  readonly stays?: true;
  /** What it speaks of: a newer one about the same takes its place. */
  readonly topic?: string;
  /** "Undo", for what was just done. */
  readonly action?: { readonly label: string; readonly onAction: () => void };
};

export type ToastQueue = {
  readonly show: (toast: Omit<Toast, 'id'>) => void;
  readonly dismiss: (id: number) => void;
  /** Dismisses what speaks of a topic: it is no longer so. */
  readonly dismissTopic: (topic: string) => void;
  /** Dismisses what stays to be read: what it speaks of is left. */
  readonly dismissStaying: () => void;
  readonly toasts: () => readonly Toast[];
  readonly subscribe: (listener: () => void) => () => void;
};

const MAX_SHOWN = 3;

/** Keeps the newest few. Made once by the application and handed to ToastRegion. */
export function createToastQueue(): ToastQueue {
  let toasts: readonly Toast[] = [];
  let lastId = 0;
  const listeners = new Set<() => void>();
  const set = (next: readonly Toast[]): void => {
    toasts = next;
    for (const listener of listeners) listener();
  };
  return {
    show: (toast) => {
      lastId += 1;
      const isOld = ({ message, topic }: Toast) =>
        message === toast.message || (topic !== undefined && topic === toast.topic);
      const others = toasts.filter((other) => !isOld(other));
      set([...others, { ...toast, id: lastId }].slice(-MAX_SHOWN));
    },
    dismiss: (id) => {
      if (toasts.some((toast) => toast.id === id)) set(toasts.filter((toast) => toast.id !== id));
    },
    dismissTopic: (topic) => {
      if (toasts.some((toast) => toast.topic === topic)) set(toasts.filter((toast) => toast.topic !== topic));
    },
    dismissStaying: () => {
      if (toasts.some(({ stays }) => stays)) set(toasts.filter(({ stays }) => !stays));
    },
    toasts: () => toasts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
