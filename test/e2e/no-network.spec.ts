import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { folderOfThisRun } from '../../scripts/driver/folder-of-this-run.ts';

const root = path.resolve(import.meta.dirname, '../..');

// The test drives the application over the loopback device, which a new namespace has down.
const WITHOUT_NETWORK = [
  '/usr/bin/unshare',
  '--net',
  '/bin/sh',
  '-c',
  'ip link set lo up && exec "$@"',
  'sh',
];

function need(program: string): void {
  if (!existsSync(program))
    throw new Error(`${program} is missing: install Debian's ${path.basename(program)} package.`);
}

/** Runs the demo under another program; gives its exit code and what it complained of. */
function demoUnder(command: readonly string[]): Promise<Ended> {
  return runUnder(command, 'scripts/demo/index.ts');
}

type Ended = { readonly code: number | null; readonly said: string };

const MOST_SAID = 4000;

/** Runs a script of this project under another program. */
function runUnder([program = '', ...args]: readonly string[], ...script: string[]): Promise<Ended> {
  const child = spawn(program, [...args, process.execPath, ...script], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(0, MOST_SAID);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, said }));
  });
}

/** It ended well; else what it complained of is told. */
function expectDone({ code, said }: Ended): void {
  expect(code, said).toBe(0);
}

test('the whole demo connects to nothing but local sockets', async () => {
  test.setTimeout(300_000);
  need('/usr/bin/strace');
  const folder = folderOfThisRun('sallyport-strace-');
  const log = path.join(folder, 'calls');
  expectDone(await demoUnder(['/usr/bin/strace', '-f', '-ff', '-qq', '-e', 'trace=connect', '-o', log]));
  const calls = readdirSync(folder).flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8').split('\n'),
  );
  const foreign = calls.filter(
    (call) => call.startsWith('connect(') && !/AF_UNIX|127\.0\.0\.1|"::1"|AF_NETLINK/.test(call),
  );
  // Chromium asks the kernel for a route by a UDP connect that sends nothing.
  const probe = /2001:4860:4860::8888|8\.8\.8\.8/;
  expect(foreign.filter((call) => !probe.test(call))).toEqual([]);
});

test('the demo passes where there is no route at all', async () => {
  test.setTimeout(300_000);
  need('/usr/bin/unshare');
  execFileSync('/usr/bin/unshare', ['--net', '/bin/true']);
  expectDone(await demoUnder(WITHOUT_NETWORK));
});

test('every way out of the page and of the main process is refused, where there is a network and where not', async () => {
  test.setTimeout(400_000);
  const attack = ['scripts/attack/index.ts', 'network', '--short'];
  expectDone(await runUnder(['/usr/bin/env'], ...attack));
  expectDone(await runUnder(WITHOUT_NETWORK, ...attack));
});
