import { spawn } from 'node:child_process';
import { type ElectronSource, prepareRuntime } from './electron-source.ts';
import { Refusal, say } from './log.ts';
import { developmentSwitches } from './sandbox.ts';
import { type Display, hasDisplay, startXvfb } from './xvfb.ts';

/** What the tools read: the launcher and Playwright the first, electron-vite the second, our own scripts the rest. */
export function variables(electron: ElectronSource): Record<string, string> {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: electron.dist,
    ELECTRON_EXEC_PATH: electron.executable,
    ELECTRON_MAJOR_VER: electron.version.split('.')[0] ?? '',
    RUNTIME_ELECTRON_VERSION: electron.version,
    RUNTIME_ELECTRON_SWITCHES: developmentSwitches().join(' '),
  };
}

/** Runs a program to its end, passing on the signals that would end this one; gives its exit code. */
export function passThrough(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  // Only the .cmd shims of node_modules/.bin need Windows' shell.
  const shell = process.platform === 'win32' && !command.endsWith('.exe');
  const child = spawn(command, args, { stdio: 'inherit', env, shell });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Refusal(`${command} could not be started: ${error.message}`)));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function virtualScreen(): Promise<Display | null> {
  if (hasDisplay()) return null;
  const display = await startXvfb();
  say(`no display here: Xvfb on ${display.name}`);
  return display;
}

/** Prepares the runtime and runs a program with its variables, on a virtual screen where there is no other. */
export async function runOnScreen(command: string, args: readonly string[]): Promise<number> {
  const electron = await prepareRuntime();
  const display = await virtualScreen();
  try {
    const screen = display === null ? {} : { DISPLAY: display.name };
    return await passThrough(command, args, { ...process.env, ...variables(electron), ...screen });
  } finally {
    display?.stop();
  }
}
