import fs from 'node:fs';
import path from 'node:path';
import { namesIn } from '../damaged-file.ts';
import { savedNoteOf } from './acknowledged.ts';
import { backupsAmong } from './backup-name.ts';
import { backupFolderOf, setAsideBeside } from './offers.ts';
import { logOf } from './real-file.ts';
import { systemCode } from './system-error.ts';

/** Whether a database was used at a path before: what it leaves behind proves it, also where the file is gone. */
export function wasUsedBefore(file: string): boolean {
  const hasBackups = namesIn(backupFolderOf(file)).some(
    (name) => backupsAmong([name]).length > 0 || name.endsWith('.db.draft'),
  );
  const orphans = namesIn(path.dirname(file)).some((name) =>
    name.startsWith(`${path.basename(file)}.orphaned-`),
  );
  return hasBackups || orphans || hasFiles(file) || setAsideBeside(file).length > 0;
}

function hasFiles(file: string): boolean {
  const hasLog = (fs.statSync(logOf(file), { throwIfNoEntry: false })?.size ?? 0) > 0;
  return hasLog || fs.existsSync(savedNoteOf(file)) || leadsNowhere(file);
}

/** A link to a file on a disk that is not there now. */
function leadsNowhere(file: string): boolean {
  try {
    return fs.lstatSync(file).isSymbolicLink() && !fs.existsSync(file);
  } catch (error) {
    systemCode(error);
    return false;
  }
}
