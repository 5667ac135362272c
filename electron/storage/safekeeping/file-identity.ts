import fs from 'node:fs';
import { systemCode } from './system-error.ts';

/** Which file lies at a path: the same value as long as it is the same file; null when there is none. */
type Identity = string | null;

const COMPANIONS = ['', '-wal', '-shm'] as const;

function identityOf(file: string): Identity {
  try {
    const { dev, ino } = fs.statSync(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    systemCode(error);
    return null;
  }
}

/**
 * Watches that an open database and its log are still the files at their paths: what is written to a file
 * that was moved or deleted would be gone with this process.
 */
export class FileIdentity {
  readonly #file: string;
  readonly #known: (Identity | undefined)[];

  /** Looks at the files as they are now, right after they were opened. */
  constructor(file: string) {
    this.#file = file;
    // A log that is not there yet is made with the first write.
    this.#known = COMPANIONS.map((ending) => identityOf(file + ending) ?? undefined);
  }

  /** Whether each of them is the file it was. */
  holds(): boolean {
    return COMPANIONS.every((ending, index) => {
      const now = identityOf(this.#file + ending);
      this.#known[index] ??= now ?? undefined;
      return this.#known[index] === undefined || this.#known[index] === now;
    });
  }
}
