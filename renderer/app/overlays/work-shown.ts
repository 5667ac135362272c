let message: string | null = null;
const listeners = new Set<() => void>();

function show(next: string | null): void {
  message = next;
  for (const listener of listeners) listener();
}

/** What the window is doing that takes a moment; null when it is free. */
export const workShown = (): string | null => message;

export function subscribeToWork(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Shows what goes on beside the window, unless something is shown already; the returned function ends that. */
export function showWork(label: string): () => void {
  if (message !== null) return () => undefined;
  show(label);
  return () => show(null);
}

/** Shows what is being done, and does it once that is on the screen. */
export function doWorking(label: string, work: () => void): void {
  // Asked for again by an impatient key: it is being done.
  if (message !== null) return;
  show(label);
  // The frame paints the message; what comes after it may take its time.
  requestAnimationFrame(() =>
    setTimeout(() => {
      try {
        work();
      } finally {
        show(null);
      }
    }),
  );
}
