import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A small file system of a test's own: it can be filled, made read-only, and is gone after `remove`. */
export class SmallDisk {
  readonly folder: string;

  /**
   * Mounts it with options of tmpfs, as `size=8m`.
   *
   * Needs root on Linux, which the tests run as; the test fails where mounting is not permitted.
   */
  constructor(options: string) {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sallyport-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', this.folder], { stdio: 'pipe' });
    } catch (error) {
      throw new Error(`This test mounts a small file system and has to run as root on Linux: ${error}`);
    }
  }

  /** Writes until nothing more fits. */
  fill(): void {
    const descriptor = fs.openSync(this.#ballast, 'w');
    try {
      for (;;) fs.writeSync(descriptor, new Uint8Array(4096));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      fs.closeSync(descriptor);
    }
  }

  /** Takes back what `fill` wrote. */
  makeRoom(): void {
    fs.rmSync(this.#ballast);
  }

  makeReadOnly(): void {
    execFileSync('mount', ['-o', 'remount,ro', this.folder]);
  }

  remove(): void {
    execFileSync('umount', ['-l', this.folder]);
    fs.rmdirSync(this.folder);
  }

  get #ballast(): string {
    return path.join(this.folder, 'ballast');
  }
}
