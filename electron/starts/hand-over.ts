import fs from 'node:fs';
import { writeNotes } from './start-note.ts';
import { takeWindowLock, type WindowLock } from './window-lock.ts';

const LOOK_EVERY_MS = 50;

export type HandOver = {
  readonly dataFolder: string;
  /** Absolute names of the files to open. */
  readonly files: readonly string[];
  /** How long the process with the window has to take the note. */
  readonly waitMs: number;
};

/** How a second start ends: the window is its own after all, or the other one has it and this one may end. */
export type HandedOver =
  | { readonly type: 'window'; readonly lock: WindowLock }
  | { readonly type: 'taken' }
  | { readonly type: 'waiting'; readonly message: string }
  | { readonly type: 'failed'; readonly message: string };

const BUSY =
  'Sallyport is open already and busy. It opens what was asked for as soon as it can, at the latest when it is started next.';

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_EVERY_MS);
}

/**
 * Leaves a note for the process that has the window and waits until it is taken.
 *
 * Chromium's own way sends the whole command line, ends the other process when that is too long, and when it is
 * busy. If the other one ends meanwhile, its lock is taken and the note is this process's own to read.
 */
export function handOver({ dataFolder, files, waitMs }: HandOver): HandedOver {
  let notes: readonly string[];
  try {
    notes = writeNotes(dataFolder, files);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return {
      type: 'failed',
      message: `Sallyport is open already, but what to open could not be handed to it (${code} in ${dataFolder}). Open it from the window.`,
    };
  }
  const until = performance.now() + waitMs;
  while (performance.now() < until) {
    if (!notes.some((note) => fs.existsSync(note))) return { type: 'taken' };
    const lock = takeWindowLock(dataFolder);
    if (lock.type !== 'other') return { type: 'window', lock };
    pause();
  }
  return { type: 'waiting', message: BUSY };
}
