import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { ignoreEnd } from '../../scripts/driver/app-driver.ts';
import { folderOfThisRun } from '../../scripts/driver/folder-of-this-run.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');
/** What is shipped, and the one that differs from it by a field of its package.json: it can be driven. */
const shipped = path.join(dist, 'linux-unpacked');
const driven = path.join(dist, 'driven', 'linux-unpacked');
/** Nobody: the user that owns nothing. */
const USER = 65534;

/** A copy of the package as it is once installed, in a folder of a user who is not root. */
function installed(packed = shipped) {
  if (!existsSync(packed))
    throw new Error('There is no package: run "npm run test:package", which makes it.');
  const home = folderOfThisRun('sallyport-package-');
  const folder = path.join(home, 'application');
  cpSync(packed, folder, { recursive: true });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    // The installer makes Chromium's helper set-uid root, for systems whose users may not make namespaces.
    chmodSync(path.join(folder, 'chrome-sandbox'), 0o4755);
    chownSync(home, USER, USER);
  }
  return {
    program: path.join(folder, 'sallyport'),
    home,
    user: isRoot ? { uid: USER, gid: USER } : {},
  };
}

let installedOnce: ReturnType<typeof installed> | null = null;

/** One copy for all tests that leave nothing behind. */
function shared(): ReturnType<typeof installed> {
  installedOnce ??= installed();
  return installedOnce;
}

/** How many plans a database holds; none before it is there. */
function plansIn(file: string): number {
  if (!existsSync(file)) return 0;
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare<[], number>('SELECT count(*) FROM plan').pluck().get() ?? 0;
  } finally {
    db.close();
  }
}

function environment(home: string, display: string | undefined): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: home, TZ: 'UTC', ...(display ? { DISPLAY: display } : {}) };
}

/** The ids of a process and of all that it started. */
function familyOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    if (!existsSync(`/proc/${name}/stat`)) continue;
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
}

/** Waits for the page of the window: a debugger that comes before it may never hear of it. */
async function pageIsThere(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`;
  await expect(async () => {
    const targets = (await (await fetch(list)).json()) as { type: string; url: string }[];
    expect(targets.some(({ type, url }) => type === 'page' && url.startsWith('app://'))).toBe(true);
  }).toPass({ timeout: 30_000 });
}

async function drawWall(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample site' }).click();
  const canvas = page.getByRole('application');
  await canvas.waitFor();
  await canvas.focus();
  await page.keyboard.press('w');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('The drawing is not on the screen.');
  // Beneath the options of the tool, beside the drawing.
  await page.mouse.click(box.x + 60, box.y + box.height / 2);
  await page.mouse.click(box.x + 60, box.y + box.height / 2 + 80);
  await page.keyboard.press('Enter');
  await expect(page.locator('footer')).toContainText('1 selected');
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
}

const started: ChildProcess[] = [];
test.afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

test('the package draws and saves, sandboxed and not as root', async () => {
  const { program, home, user } = installed(driven);
  const child = spawn(program, ['--remote-debugging-port=0', '--lang=en-US', '--disable-gpu'], {
    ...user,
    env: environment(home, process.env.DISPLAY),
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  started.push(child);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The package ended with ${code}:\n${said}`)));
  });
  await pageIsThere(address);
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new Error('The package has no window.');
  await drawWall(page);

  const renderers = familyOf(child.pid ?? 0).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer'),
  );
  expect(renderers.length).toBeGreaterThan(0);
  for (const pid of renderers) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\s*2$/m);
    expect(status).not.toMatch(/^Uid:\s*0\s/m);
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('--no-sandbox');
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await page.keyboard.press('Control+q').catch(ignoreEnd);
  await ended;
});

test('the commands of the package work without a display', () => {
  const { program, home, user } = installed();
  const run = (...args: string[]) =>
    execFileSync(program, args, { ...user, env: environment(home, undefined), cwd: home, encoding: 'utf8' });
  expect(run('--help')).toContain('sallyport export');
  expect(run('--version').trim()).toMatch(/^\d+\.\d+\.\d+/);
  run('new', '--reference', 'typical', '--out', 'typical.sallyport');
  expect(JSON.parse(run('info', 'typical.sallyport', '--json'))).toMatchObject({ records: 1994 });
  run('export', 'typical.sallyport', '--pdf', 'sheet.pdf', '--csv', 'schedule.csv');
  expect(readFileSync(path.join(home, 'sheet.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  expect(readFileSync(path.join(home, 'schedule.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(20);
});

const REFUSED = [
  ...[
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect=0',
    '--inspect-brk=0',
    '--js-flags=--expose-gc',
  ],
  ...[
    '--load-extension=/tmp',
    '--proxy-server=127.0.0.1:9',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--no-sandbox',
  ],
  ...['--disable-web-security', '--user-agent=x', '--enable-features=x', '--log-net-log=net.json'],
  ...['--ssl-key-log-file=keys', '--gpu-launcher=/bin/true', '--renderer-cmd-prefix=/bin/true'],
  ...[
    '--utility-cmd-prefix=/bin/true',
    '--browser-subprocess-path=/bin/true',
    '--disable-site-isolation-trials',
  ],
  ...['--enable-logging=file', '--type', '-remote-debugging-port=0', '--single-process'],
  // Chromium takes blanks away before it looks for the sign of a switch.
  ...[' --remote-debugging-port=0', '\t--inspect=0'],
];

for (const refused of REFUSED) {
  test(`the shipped package refuses ${refused}`, () => {
    const { program, home, user } = shared();
    const name = refused.split('=')[0];
    for (const args of [[refused], ['plan.sallyport', refused], ['info', 'plan.sallyport', refused]]) {
      const env = environment(home, process.env.DISPLAY);
      const ended = spawnSync(program, args, { ...user, env, cwd: home, encoding: 'utf8', timeout: 30_000 });
      expect(ended.status, ended.stderr).toBe(2);
      expect(ended.stderr).toContain(`Sallyport does not take the switch ${name}: start it without.`);
      expect(ended.stderr).not.toContain('listening');
    }
    // Nothing was opened: not even the folder of data is there.
    expect(existsSync(path.join(home, '.config'))).toBe(false);
  });
}

test('the shipped package opens a file by argument, and a second start hands it another', async () => {
  const { program, home, user } = installed();
  const env = environment(home, process.env.DISPLAY);
  const run = (...args: string[]) =>
    execFileSync(program, args, { ...user, env, cwd: home, encoding: 'utf8' });
  for (const name of ['first', 'second']) run('new', '--name', name, '--out', `${name}.sallyport`);
  const child = spawn(program, ['first.sallyport'], { ...user, env, cwd: home, stdio: 'ignore' });
  started.push(child);
  const database = path.join(home, '.config', 'Sallyport', 'sallyport.db');
  await expect.poll(() => plansIn(database), { timeout: 60_000 }).toEqual(1);
  run('second.sallyport');
  await expect.poll(() => plansIn(database), { timeout: 60_000 }).toEqual(2);
  expect(child.exitCode).toBe(null);
});
