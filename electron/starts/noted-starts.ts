import { type FSWatcher, watch } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { shownName } from '../files/shown-name.ts';
import { readNote } from './read-note.ts';
import { NOTE_NAME, notesFolder } from './start-note.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Where the system tells of no changes: shares, some virtual disks. */
const LOOK_EVERY_MS = 2000;
const TAKEN = '.taken';
/** Most names told at once. */
const MOST_TOLD = 3;
const REFUSED = 'What a further start of Sallyport was to open cannot be read. Open it from the window.';

export type NotedStartsSetup = {
  readonly dataFolder: string;
  /** The application was started once more, with these files; settles once they are dealt with. */
  readonly onStart: (files: readonly string[]) => Promise<void>;
  /** Something that was asked for is not done: one sentence for the person. */
  readonly onLost: (sentence: string) => void;
  readonly warn: (sentence: string) => void;
};

function told(files: readonly string[]): string {
  const names = files.slice(0, MOST_TOLD).map((file) => shownName(file).slice(0, 80));
  const more = files.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Takes the notes that further starts of the application leave in the data folder. */
export class NotedStarts {
  readonly #setup: NotedStartsSetup;
  readonly #folder: string;
  /** Names that are no notes, or that cannot be moved: met once. */
  readonly #ignored = new Set<string>();
  #watcher: FSWatcher | null = null;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;
  #isHearing = false;
  #cleared: Promise<void> | null = null;
  #lookAgain = false;
  #hasRefused = false;

  constructor(setup: NotedStartsSetup) {
    this.#setup = setup;
    this.#folder = notesFolder(setup.dataFolder);
  }

  /** Deals with what an earlier process left, then hears of each further start; also again after `end`. */
  async begin(): Promise<void> {
    if (this.#isHearing) return;
    this.#isHearing = true;
    try {
      await fs.mkdir(this.#folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      // No start can leave a note there either.
      this.#setup.warn(`A further start cannot be heard of: ${String(error)}`);
      this.#isHearing = false;
      return;
    }
    // Once: later on what is begun is this process's own.
    this.#cleared ??= this.#clearOld();
    await this.#cleared;
    if (!this.#isHearing || this.#timer) return;
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.#watch();
    await this.look();
  }

  /** Takes no further note: each start waits until this process has ended, or hears again. */
  end(): void {
    this.#isHearing = false;
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#watcher?.close();
    this.#watcher = null;
  }

  /** Takes the notes that are there now; once more when one came meanwhile. */
  look(): Promise<void> {
    if (this.#looking) {
      this.#lookAgain = true;
      return this.#looking;
    }
    this.#looking = this.#takeAll().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  #watch(): void {
    try {
      this.#watcher = watch(this.#folder, () => void this.look());
      // The folder may be removed; looking at intervals goes on.
      this.#watcher.on('error', () => this.#watcher?.close());
    } catch (error) {
      this.#setup.warn(`The folder of notes is looked at every ${LOOK_EVERY_MS} ms only: ${String(error)}`);
    }
  }

  async #takeAll(): Promise<void> {
    do {
      this.#lookAgain = false;
      for (const name of await this.#names()) {
        const isNew = NOTE_NAME.test(name) && !this.#ignored.has(name);
        if (isNew && this.#isHearing) await this.#take(name);
      }
    } while (this.#lookAgain);
    if (this.#hasRefused) this.#setup.onLost(REFUSED);
    this.#hasRefused = false;
  }

  /** The name of a note goes at once, which tells the start that it was heard; the note once all is done. */
  async #take(name: string): Promise<void> {
    const taken = path.join(this.#folder, `${name}${TAKEN}`);
    try {
      await fs.rename(path.join(this.#folder, name), taken);
    } catch (error) {
      if (!isGone(error)) this.#ignore(name, String(error));
      return;
    }
    const files = await readNote(taken);
    if (files.ok) await this.#setup.onStart(files.value);
    else {
      this.#hasRefused = true;
      this.#setup.warn(`The note ${name} of a further start was refused: ${files.error}`);
    }
    await this.#remove(`${name}${TAKEN}`);
  }

  #ignore(name: string, why: string): void {
    this.#ignored.add(name);
    this.#setup.warn(`The note ${name} of a further start is left alone: ${why}`);
  }

  /** What was begun by a process that ended is told, not tried again: it may be why that one ended. */
  async #clearOld(): Promise<void> {
    const lost: string[] = [];
    for (const name of await this.#names()) {
      const isBegun = name.endsWith(TAKEN) && NOTE_NAME.test(name.slice(0, -TAKEN.length));
      const isUnfinished = name.endsWith('.tmp') && NOTE_NAME.test(name.slice(0, -4));
      const isNote = NOTE_NAME.test(name);
      if (!isBegun && !((isNote || isUnfinished) && (await this.#isOld(name)))) continue;
      const files = isUnfinished ? null : await readNote(path.join(this.#folder, name));
      if (files?.ok) lost.push(...files.value);
      await this.#remove(name);
    }
    if (lost.length > 0) {
      this.#setup.onLost(`Sallyport ended before it had opened ${told(lost)}. Open what is still missing.`);
    }
  }

  async #isOld(name: string): Promise<boolean> {
    const found = await fs.lstat(path.join(this.#folder, name)).catch(nothingIfGone);
    return found !== null && Date.now() - found.mtimeMs > DAY_MS;
  }

  async #names(): Promise<readonly string[]> {
    const names = await fs.readdir(this.#folder).catch(nothingIfGone);
    return [...(names ?? [])].sort();
  }

  async #remove(name: string): Promise<void> {
    try {
      await fs.unlink(path.join(this.#folder, name));
    } catch (error) {
      if (!isGone(error)) this.#ignore(name, String(error));
    }
  }
}

function nothingIfGone(error: unknown): null {
  if (isGone(error)) return null;
  throw error;
}
