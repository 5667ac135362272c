import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

/** Gives a folder and all in it to a person who is not the administrator, whom nothing is refused. */
export function giveAway(folder: string): void {
  if (!isRoot) return;
  fs.chownSync(folder, NOBODY, NOBODY);
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true }))
    fs.lchownSync(path.join(entry.parentPath, entry.name), NOBODY, NOBODY);
}

/** What only its owner may do anything with is nobody's: not even its owner may, unless that is the administrator. */
export function shut(target: string): void {
  if (isRoot) fs.chownSync(target, 0, 0);
  fs.chmodSync(target, isRoot ? 0o600 : 0);
}

/**
 * Runs a program of some lines as that person and gives what it prints, which is to be JSON. `imports` are the lines
 * that load what it needs; they are done before.
 */
export function asOther(imports: readonly string[], lines: readonly string[]): unknown {
  const program = [
    ...imports,
    "import Database from 'better-sqlite3';",
    "new Database(':memory:').close();",
    `if (process.getuid() === 0) { process.setgroups([]); process.setgid(${NOBODY}); process.setuid(${NOBODY}); }`,
    ...lines,
  ];
  const root = path.resolve(import.meta.dirname, '../..');
  const args = ['--input-type=module-typescript', '-e', program.join('\n')];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', cwd: root }));
}
