import fs from 'node:fs';
import { realFileOf } from './real-file.ts';
import { systemCode } from './system-error.ts';

/** Which file lies at a path: the same value as long as it is the same file; null when there is none. */
type Identity = string | null;

/** Where an open database is: in its place, no more there, or there with what somebody else has written into it. */
export type Place = 'held' | 'displaced' | 'overwritten';

/** The paths of an open database and of its log files, which lie beside what a link leads to. */
function pathsOf(file: string): readonly string[] {
  const real = realFileOf(file);
  return [file, `${real}-wal`, `${real}-shm`];
}

function identityOf(file: string): Identity {
  try {
    const { dev, ino } = fs.statSync(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    systemCode(error);
    return null;
  }
}

/** As many bytes as hold what every change of the size or the tables of a database changes. */
const HEADER_BYTES = 100;

/** What tells that a file was written to; null when there is none. */
function markOf(file: string): string | null {
  try {
    const { size, mtimeNs } = fs.statSync(file, { bigint: true });
    // Windows sets the time of a write some while after it: there the beginning of the file has to do.
    return `${size}:${process.platform === 'win32' ? beginningOf(file) : mtimeNs}`;
  } catch (error) {
    systemCode(error);
    return null;
  }
}

function beginningOf(file: string): string {
  const opened = fs.openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(HEADER_BYTES);
    fs.readSync(opened, bytes, 0, HEADER_BYTES, 0);
    return bytes.toString('base64');
  } finally {
    fs.closeSync(opened);
  }
}

/**
 * Watches that an open database and its log are still the files at their paths, and that nobody else writes into
 * the database: what is saved to a file that was moved, deleted or copied over would be gone with this process.
 */
export class FileIdentity {
  readonly #file: string;
  readonly #paths: readonly string[];
  readonly #known: (Identity | undefined)[];
  #mark: string | null;

  /** Looks at the files as they are now, right after they were opened. */
  constructor(file: string) {
    this.#file = file;
    this.#paths = pathsOf(file);
    // A log that is not there yet is made with the first write.
    this.#known = this.#paths.map((each) => identityOf(each) ?? undefined);
    this.#mark = markOf(file);
  }

  /** This process has just written into the database itself, and not only into its log. */
  wrote(): void {
    this.#mark = markOf(this.#file);
  }

  /** Where the database is now. */
  place(): Place {
    const isThere = this.#paths.every((each, index) => {
      const now = identityOf(each);
      this.#known[index] ??= now ?? undefined;
      return this.#known[index] === undefined || this.#known[index] === now;
    });
    if (!isThere) return 'displaced';
    return markOf(this.#file) === this.#mark ? 'held' : 'overwritten';
  }
}
