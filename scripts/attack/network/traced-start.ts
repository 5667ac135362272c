import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppDriver, newDataFolder } from '../../driver/app-driver.ts';
import { folderOfThisRun } from '../../driver/folder-of-this-run.ts';

const STRACE = '/usr/bin/strace';

/** Chromium asks the kernel for a route by a connect that sends nothing. */
const PROBE = /connect\(.*"?(2001:4860:4860::8888|8\.8\.8\.8)"/;

export type TracedStart = {
  readonly driver: AppDriver;
  /** The calls so far by which any of its processes reached for the network, local sockets excepted. */
  readonly reached: () => readonly string[];
};

/** Starts the application with every call of the system watched that reaches for the network. */
export async function startTraced(): Promise<TracedStart> {
  if (!existsSync(STRACE)) throw new Error(`${STRACE} is missing: install Debian's strace package.`);
  const folder = folderOfThisRun('sallyport-strace-');
  const program = path.join(folder, 'traced');
  const log = path.join(folder, 'calls');
  const watched = `-f -ff -qq -s 0 -e trace=connect,sendto,sendmsg,sendmmsg,bind -o '${log}'`;
  const electron = process.env.ELECTRON_EXEC_PATH ?? '';
  writeFileSync(program, `#!/bin/sh\nexec ${STRACE} ${watched} '${electron}' "$@"\n`);
  chmodSync(program, 0o755);
  process.env.ELECTRON_EXEC_PATH = program;
  try {
    const driver = await AppDriver.launch(newDataFolder());
    const calls = () =>
      readdirSync(folder)
        .filter((name) => name.startsWith('calls'))
        .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'));
    return { driver, reached: () => calls().filter(isReaching) };
  } finally {
    process.env.ELECTRON_EXEC_PATH = electron;
  }
}

function isReaching(call: string): boolean {
  if (!/AF_INET/.test(call) || PROBE.test(call)) return false;
  // The debugger through which this is driven listens; what is bound to the port of mDNS asks everybody.
  return call.startsWith('bind(') ? /htons\(5353\)/.test(call) : true;
}
