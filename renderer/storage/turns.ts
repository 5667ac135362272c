/** As long as work goes on before the window gets its turn, milliseconds: half a frame. */
const SLICE_MS = 8;

/** Cuts long work into slices, between which the window paints and hears. */
export class Turns {
  #began = performance.now();

  /** To be called between two pieces of the work; null while the slice is not over. */
  pause(): Promise<void> | null {
    if (performance.now() - this.#began < SLICE_MS) return null;
    return nextTask().then(() => {
      this.#began = performance.now();
    });
  }
}

/** As long as a paint is waited for: a window that is hidden does not paint. */
const LONGEST_TO_PAINT_MS = 100;

/** Waits until what was just changed is painted. */
export async function painted(): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      resolve();
    };
    const timer = setTimeout(done, LONGEST_TO_PAINT_MS);
    const frame = requestAnimationFrame(done);
  });
  await nextTask();
}

/** Waits for the next task: events and paints come before it, and there is none of a timer's delay. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
