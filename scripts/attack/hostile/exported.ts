import { spawn } from 'node:child_process';
import path from 'node:path';

/** What the command line said to an export: how it ended, how long it took. */
export type Exported = { readonly code: number | null; readonly said: string; readonly seconds: number };

const LONGEST_MS = 120_000;

/** Exports a plan file by the command line, in a process of its own that is ended after two minutes. */
export function exportByCommand(
  file: string,
  format: string,
  out: string,
  ...more: readonly string[]
): Promise<Exported> {
  const main = path.resolve(import.meta.dirname, '../../../electron/cli/main.ts');
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, 'export', file, `--${format}`, out, '--replace', ...more], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
    });
    let said = '';
    child.stderr.on('data', (text) => {
      said += String(text);
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, said, seconds: (performance.now() - began) / 1000 }));
  });
}
