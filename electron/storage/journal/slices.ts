import { setImmediate } from 'node:timers/promises';

/** As long as work goes on before others get their turn, milliseconds: half a frame. */
const SLICE_MS = 8;

/** Cuts long work on the main process's own thread into slices. */
export class Slices {
  #began = performance.now();

  /** To be called between two pieces of the work: lets others have their turn once the slice is over. */
  async pause(): Promise<void> {
    if (performance.now() - this.#began < SLICE_MS) return;
    await setImmediate();
    this.#began = performance.now();
  }
}
