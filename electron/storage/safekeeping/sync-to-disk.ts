import fs from 'node:fs';

/** Waits until the bytes of a file are on the disk. */
export function syncToDisk(file: string): void {
  const descriptor = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
