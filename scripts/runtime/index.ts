// node scripts/runtime/index.ts                  prepares, prints Electron's folder
// node scripts/runtime/index.ts exec CMD ARGS    prepares, runs CMD with the variables below, on a screen
import { spawn } from 'node:child_process';
import { type ElectronSource, prepareRuntime } from './electron-source.ts';
import { Refusal, reportAndExit, say } from './log.ts';
import { developmentSwitches } from './sandbox.ts';
import { type Display, hasDisplay, startXvfb } from './xvfb.ts';

/** What the tools read: the launcher and Playwright the first, electron-vite the second, our own scripts the rest. */
function variables(electron: ElectronSource): Record<string, string> {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: electron.dist,
    ELECTRON_EXEC_PATH: electron.executable,
    ELECTRON_MAJOR_VER: electron.version.split('.')[0] ?? '',
    RUNTIME_ELECTRON_VERSION: electron.version,
    RUNTIME_ELECTRON_SWITCHES: developmentSwitches().join(' '),
  };
}

/** Runs a program to its end, passing on the signals that would end this one; gives its exit code. */
function passThrough(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Refusal(`${command} could not be started: ${error.message}`)));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function screen(): Promise<Display | null> {
  if (hasDisplay()) return null;
  const display = await startXvfb();
  say(`no display here: Xvfb on ${display.name}`);
  return display;
}

async function main([mode, command, ...args]: readonly string[]): Promise<number> {
  const electron = await prepareRuntime();
  if (mode === undefined) {
    console.log(electron.dist);
    return 0;
  }
  if (mode !== 'exec' || command === undefined) {
    throw new Refusal('usage: node scripts/runtime/index.ts [exec COMMAND ARGUMENTS]');
  }
  const display = await screen();
  try {
    const env = { ...process.env, ...variables(electron), ...(display && { DISPLAY: display.name }) };
    return await passThrough(command, args, env);
  } finally {
    display?.stop();
  }
}

await main(process.argv.slice(2)).then((code) => process.exit(code), reportAndExit);
