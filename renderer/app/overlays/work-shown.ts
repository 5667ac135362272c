/** What is shown, the newest last: undo may wait for a step while other work begins. */
let shown: readonly { readonly label: string }[] = [];
let isWorking = false;
const listeners = new Set<() => void>();

function show(next: typeof shown): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** What the window is doing that takes a moment; null when it is free. */
export const workShown = (): string | null => shown.at(-1)?.label ?? null;

export function subscribeToWork(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Shows what goes on beside the window until the returned function is called. */
export function showWork(label: string): () => void {
  const own = { label };
  show([...shown, own]);
  return () => show(shown.filter((each) => each !== own));
}

/** Shows what is being done until it has ended, and begins it once that is on the screen. */
export function doWorking(label: string, work: () => void | Promise<void>): void {
  // Asked for again by an impatient key: it is being done.
  if (isWorking) return;
  isWorking = true;
  const hide = showWork(label);
  const run = async () => {
    try {
      await work();
    } finally {
      isWorking = false;
      hide();
    }
  };
  // The frame paints the message; what comes after it may take its time.
  requestAnimationFrame(() => setTimeout(() => void run()));
}
