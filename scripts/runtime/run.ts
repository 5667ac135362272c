import { type SpawnOptions, spawn } from 'node:child_process';

export type RunResult = { readonly code: number; readonly output: string; readonly errors: string };

type RunOptions = Pick<SpawnOptions, 'cwd' | 'env'> & {
  /** Called every `everyMs`; returning false ends the program. */
  readonly watch?: { readonly everyMs: number; readonly check: () => Promise<boolean> };
};

/** Runs a program without a shell and collects what it writes; a program that cannot start has code 127. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { watch, ...rest } = options;
  const child = spawn(command, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const timer = watch
    ? setInterval(() => {
        watch.check().then(
          (goOn) => goOn || child.kill(),
          () => child.kill(),
        );
      }, watch.everyMs)
    : undefined;
  return new Promise((resolve) => {
    const end = (code: number): void => {
      clearInterval(timer);
      resolve({ code, output, errors });
    };
    child.on('error', (error) => {
      errors += error.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** The last lines of what a program wrote on standard error, on one line. */
export function lastLines(text: string, count = 3): string {
  return text.trim().split('\n').slice(-count).join(' | ');
}
