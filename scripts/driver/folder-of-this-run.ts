import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folders: string[] = [];

/** An empty folder whose name begins so; gone when this process ends. */
export function folderOfThisRun(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), name));
  if (folders.length === 0) process.once('exit', removeFolders);
  folders.push(folder);
  return folder;
}

function removeFolders(): void {
  // A program that was killed may still be writing its last file.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
