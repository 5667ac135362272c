import fs from 'node:fs';
import path from 'node:path';
import { systemCode } from './system-error.ts';

/**
 * The file that SQLite opens for a path: what a link leads to, whether or not it is there. Its log files, and the
 * lock of whoever writes, lie beside that one, by whatever path it is opened.
 */
export function realFileOf(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch (error) {
    systemCode(error);
    return unresolved(file);
  }
}

/** Where a link leads to that leads to no file, as far as the folder is there; else the path itself. */
function unresolved(file: string): string {
  try {
    const target = path.resolve(path.dirname(file), fs.readlinkSync(file));
    return path.join(fs.realpathSync(path.dirname(target)), path.basename(target));
  } catch (error) {
    systemCode(error);
    return file;
  }
}

/** The write-ahead log of a database. */
export const logOf = (file: string): string => `${realFileOf(file)}-wal`;

/** How many names a file has on its disk: more than one by hard links; 0 where there is none. */
export function namesOf(file: string): number {
  try {
    return fs.statSync(file).nlink;
  } catch (error) {
    systemCode(error);
    return 0;
  }
}
