import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppDriver, newDataFolder, startCommand } from '../../driver/app-driver.ts';
import type { Attack, AttackRun } from '../attack.ts';

const sample = path.resolve(import.meta.dirname, '../../../resources/sample-site/harbor-street.sallyport');
const ANSWER_MS = 20_000;
const OPENED_MS = 30_000;

/** Starts the application once more on the same data; its exit code, or null when it does not end in time. */
function startAgain(data: string, files: readonly string[]): Promise<number | null> {
  const { executablePath, args, cwd } = startCommand(data, ...files);
  const child = spawn(executablePath, args, { cwd, stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

/** Whether the application of a driver still answers. */
async function answers({ app }: AppDriver): Promise<boolean> {
  const asked = app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length).catch(() => 0);
  return (await Promise.race([asked, pause(ANSWER_MS, 0)])) === 1;
}

/** Whether the window comes to show the plan that was handed over. */
async function showsPlan({ app }: AppDriver): Promise<boolean> {
  for (const until = Date.now() + OPENED_MS; Date.now() < until; await pause(100)) {
    const title = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.title'),
    );
    if (/Harbor Street/.test(String(title))) return true;
  }
  return false;
}

async function backHome({ page }: AppDriver): Promise<void> {
  await page.reload();
  await page.locator('main').first().waitFor();
}

type Trial = {
  readonly what: string;
  readonly files: (plan: string) => readonly string[];
  /** How many starts in one moment. */
  readonly starts?: number;
  /** How long the main process of the first is kept busy meanwhile. */
  readonly busyMs?: number;
  /** Done to the folder of data before the further start. */
  readonly prepare?: (data: string) => void;
};

const names = (count: number, letters: number) =>
  Array.from({ length: count }, (_, index) => `/nowhere/${index}-${'n'.repeat(letters)}.sallyport`);

function hostileNotes(data: string): void {
  const folder = path.join(data, 'starts');
  mkdirSync(folder, { recursive: true });
  const contents = ['', '['.repeat(900_000), '{"format":1,"files":[{}]}', Buffer.alloc(3_000_000, 0x5b)];
  for (const [index, content] of contents.entries())
    writeFileSync(path.join(folder, `000000000000001-1-00000${index}-aaaaaaaa.json`), content);
  mkdirSync(path.join(folder, '000000000000001-1-000009-aaaaaaaa.json'));
}

const short: readonly Trial[] = [
  { what: '150 long names', files: (plan) => [...names(150, 200), plan] },
  { what: 'one name of 30,000 letters', files: (plan) => ['x'.repeat(30_000), plan] },
  { what: '101 files', files: (plan) => [...names(100, 4), plan] },
  { what: 'hostile notes', files: (plan) => [plan], prepare: hostileNotes, starts: 3 },
];

const long: readonly Trial[] = [
  ...short,
  { what: '20 starts at once', files: (plan) => [...names(20, 100), plan], starts: 20 },
  { what: '5,000 names', files: (plan) => [...names(5000, 60), plan] },
  { what: 'a name of 120,000 letters', files: (plan) => ['x'.repeat(120_000), plan] },
  { what: 'a main process busy for 30 s', files: (plan) => [plan], busyMs: 30_000 },
];

/** What a further start did to the first one, or null when it did what it is for. */
async function harmOf(trial: Trial, driver: AppDriver, data: string): Promise<string | null> {
  const plan = path.join(data, 'Plan "Süd" – 図面.sallyport');
  copyFileSync(sample, plan);
  trial.prepare?.(data);
  const { busyMs = 0, starts = 1 } = trial;
  const busy = driver.app
    .evaluate((_, ms) => {
      for (const until = Date.now() + ms; Date.now() < until; );
    }, busyMs)
    .catch(() => undefined);
  const codes = await Promise.all(Array.from({ length: starts }, () => startAgain(data, trial.files(plan))));
  await busy;
  if (!(await answers(driver))) return 'ended the first one, or left it without its window';
  if (codes.some((code) => code !== 0)) return `ended with ${codes.join(', ')}`;
  return (await showsPlan(driver)) ? null : 'opened nothing';
}

/** Tries one after the other on the same window, on a new one after each that did harm. */
async function tryAll(trials: readonly Trial[], { tried, failed }: AttackRun): Promise<void> {
  let data = newDataFolder();
  let driver = await AppDriver.launch(data);
  // Kept: the driver forgets it once the application ended.
  let program = driver.app.process();
  for (const trial of trials) {
    tried();
    const harm = await harmOf(trial, driver, data);
    if (harm === null) await backHome(driver);
    else {
      failed(`a second start with ${trial.what} ${harm}`);
      program.kill('SIGKILL');
      data = newDataFolder();
      driver = await AppDriver.launch(data);
      program = driver.app.process();
    }
  }
  // A window that was killed leaves its lock: the next start still comes up.
  program.kill('SIGKILL');
  const again = await AppDriver.launch(data);
  tried();
  if (!(await answers(again))) failed('a start after a kill shows no window');
  again.app.process().kill('SIGKILL');
}

/** Starts the application again and again while it runs, with what harms it on the way to the first one. */
export const secondStarts: Attack = {
  name: 'second-starts',
  forms: ['long'],
  failedOn: '59a65ef',
  run: (run) => tryAll(run.form === 'short' ? short : long, run),
};
