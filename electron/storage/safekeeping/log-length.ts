import fs from 'node:fs';
import os from 'node:os';
import { systemCode } from './system-error.ts';

const FRAMES_AT = 16;
const FRAMES_BYTES = 4;

/**
 * How many pages the write-ahead log of an open database holds, as its index says (`mxFrame` at byte 16 of the
 * `-shm` file, in the order of the machine: SQLite, "WAL-mode File Format", section 2.1); 0 where there is none.
 *
 * The size of the log says less: once it was long it stays so, and is written again from its beginning.
 */
export function pagesInLog(file: string): number {
  try {
    const opened = fs.openSync(`${file}-shm`, 'r');
    try {
      const bytes = Buffer.alloc(FRAMES_BYTES);
      fs.readSync(opened, bytes, 0, FRAMES_BYTES, FRAMES_AT);
      return os.endianness() === 'LE' ? bytes.readUInt32LE() : bytes.readUInt32BE();
    } finally {
      fs.closeSync(opened);
    }
  } catch (error) {
    systemCode(error);
    return 0;
  }
}
