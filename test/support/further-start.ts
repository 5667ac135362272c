import { spawn } from 'node:child_process';
import { startCommand } from '../../scripts/driver/app-driver.ts';

export type EndedStart = {
  readonly code: number | null;
  readonly ms: number;
  /** What it wrote on standard error. */
  readonly said: string;
};

/** Starts the application once more on the same data; gives how it ended. */
export function startAgain(
  dataFolder: string,
  files: readonly string[] = [],
  cwd?: string,
): Promise<EndedStart> {
  const command = startCommand(dataFolder, ...files);
  const args = cwd ? [command.cwd, ...command.args.slice(1)] : command.args;
  const start = performance.now();
  const child = spawn(command.executablePath, args, {
    cwd: cwd ?? command.cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said, ms: performance.now() - start }));
  });
}
