import path from 'node:path';
import { AppDriver, ignoreEnd, newDataFolder } from '../../driver/app-driver.ts';
import { folderOfThisRun } from '../../driver/folder-of-this-run.ts';
import type { Attack, AttackRun } from '../attack.ts';
import { type HostileFile, hostileFiles } from '../hostile/hostile-files.ts';
import { noiseOfPage } from '../hostile/in-page.ts';
import { type LongestTasks, longestTasks, watchTasks } from '../hostile/longest-tasks.ts';

/** What a file may cost: longest task of main and of the window while it is read, an edit meanwhile, and all of it. */
const MOST_TASK_MS = 50;
const MOST_EDIT_MS = 4000;
const MOST_READING_MS = 120_000;

type Answer = { readonly ok: boolean; readonly message: string };

/** Asks for a file as the window's own commands do; a dialog answers with it, or it lies dropped on the drawing. */
function ask({ page }: AppDriver, road: HostileFile['road']): Promise<Answer> {
  return page.evaluate(
    async (method) => {
      const bridge = window as unknown as {
        sallyport: Record<string, (args: unknown) => Promise<{ ok: boolean; error?: { message: string } }>>;
      };
      const answer = await bridge.sallyport[method]?.(method === 'files.import' ? { siteId: null } : {});
      return { ok: answer?.ok ?? false, message: answer?.error?.message ?? '' };
    },
    road === 'picture' ? 'files.choosePicture' : 'files.import',
  );
}

/** Drops a file of the disk; what is told of it is what the window then says. */
async function drop({ page }: AppDriver, file: string): Promise<Answer> {
  const said = page.locator('[role="alertdialog"], [role="alert"]');
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dropping';
    input.hidden = true;
    document.body.append(input);
  });
  await page.locator('#dropping').setInputFiles(file);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropping');
    const dataTransfer = new DataTransfer();
    for (const each of input?.files ?? []) dataTransfer.items.add(each);
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('[role="application"]')?.dispatchEvent(event);
    input?.remove();
  });
  const toast = said.filter({ hasText: path.basename(file) }).first();
  const placed = page.getByText('Click the first point', { exact: false }).first();
  await toast.or(placed).first().waitFor({ timeout: MOST_READING_MS });
  return (await toast.isVisible())
    ? {
        ok: false,
        message: (await toast.locator('[slot="description"], span, div').first().innerText()).trim(),
      }
    : { ok: true, message: '' };
}

/** One edit of the open plan, from the key to "Saved", milliseconds. */
async function edit(driver: AppDriver, key: string): Promise<number> {
  const began = performance.now();
  await driver.key(key);
  await driver.saved();
  return performance.now() - began;
}

function wrongAnswer({ expected }: HostileFile, { ok, message }: Answer): string | null {
  if (ok) return expected === 'refused' ? 'it was read' : null;
  if (expected === 'read') return `it was refused: ${message}`;
  const isSentence = message.length > 20 && message.length < 600 && !message.includes('\n');
  return isSentence ? null : `it was refused without a sentence: "${message}"`;
}

/** What went wrong with a file: a wrong answer, and what took too long, one line each. */
type Given = { readonly wrong: string | null; readonly costs: readonly string[] };

/** Gives one file to the open window. */
async function give(driver: AppDriver, hostile: HostileFile, place: string): Promise<Given> {
  await driver.answerDialogs({ open: place });
  const before = await driver.page.evaluate(noiseOfPage);
  await longestTasks(driver);
  const stop = hostile.meanwhile?.(place);
  const began = performance.now();
  const answering = hostile.road === 'drop' ? drop(driver, place) : ask(driver, hostile.road);
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  void answering.then(over, over);
  const edits: number[] = [];
  while (!isOver && performance.now() - began < MOST_READING_MS) {
    // A drop that ends in the calibration of its picture takes the keys: nothing is edited then.
    if (hostile.road !== 'drop')
      edits.push(await edit(driver, edits.length % 2 ? 'ArrowLeft' : 'ArrowRight'));
    await driver.page.waitForTimeout(50);
  }
  if (!isOver) return { wrong: 'it was not answered in time', costs: [] };
  const { ok, message } = await answering;
  stop?.();
  const tasks = await longestTasks(driver);
  const after = await driver.page.evaluate(noiseOfPage);
  // A picture that was dropped and taken is shown already: that is no reading any more.
  const isShown = hostile.road === 'drop' && ok;
  const window = isShown ? 0 : tasks.window;
  const costs = costsOf({ ...tasks, window, noise: Math.max(before, after), edits });
  return { wrong: wrongAnswer(hostile, { ok, message }), costs };
}

/** Gives a file, and again where that cost too much: another program's turn does not come twice. */
async function problemsWith(
  driver: AppDriver,
  hostile: HostileFile,
  folder: string,
): Promise<readonly string[]> {
  const place = await hostile.make(folder);
  const { wrong, costs } = await give(driver, hostile, place);
  if (wrong !== null) return [wrong, ...costs];
  if (costs.length === 0) return [];
  const again = await give(driver, hostile, hostile.meanwhile ? await hostile.make(folder) : place);
  return again.wrong === null ? again.costs : [again.wrong, ...again.costs];
}

type Costs = LongestTasks & {
  /** How much slower the page runs than on an idle machine; of main the processor's time counts. */
  readonly noise: number;
  readonly edits: readonly number[];
};

/** What took too long while a file was read, one line each. */
function costsOf({ main, window, noise, edits }: Costs): readonly string[] {
  const slowest = Math.max(0, ...edits);
  return [
    ...(main > MOST_TASK_MS ? [`main did one task of ${Math.round(main)} ms`] : []),
    ...(window > MOST_TASK_MS * noise
      ? [`the window did one task of ${Math.round(window)} ms, on a machine ${noise.toFixed(1)} times slower`]
      : []),
    ...(slowest > MOST_EDIT_MS ? [`an edit took ${Math.round(slowest)} ms to be saved`] : []),
  ];
}

/** The application with a small plan open, one record of it selected, and its tasks watched. */
async function opened(): Promise<AppDriver> {
  const driver = await AppDriver.launch(newDataFolder());
  await driver.newPlan('Hostile files');
  await driver.key('w');
  await driver.click({ x: 0, y: 0 });
  await driver.click({ x: 3, y: 0 });
  await driver.key('Escape');
  await driver.key('Escape');
  await driver.key('Control+a');
  await driver.saved();
  await watchTasks(driver);
  return driver;
}

async function attack({ form, tried, failed }: AttackRun): Promise<void> {
  const folder = folderOfThisRun('sallyport-hostile-');
  const chosen = hostileFiles.filter(({ isShort }) => form === 'long' || isShort);
  let driver = await opened();
  for (const hostile of chosen) {
    tried();
    try {
      for (const problem of await problemsWith(driver, hostile, folder))
        failed(`${hostile.name}: ${problem}`);
    } catch (error) {
      failed(`${hostile.name}: ${String(error).split('\n')[0]?.slice(0, 200)}`);
      driver.app.process().kill('SIGKILL');
      driver = await opened();
    }
  }
  for (const complaint of driver.complaints) failed(`the window complained: ${complaint.slice(0, 200)}`);
  await driver.close().catch(ignoreEnd);
}

/** Files built to cost time or memory: each is read or refused in a sentence, and nothing else stops meanwhile. */
export const hostileFilesAttack: Attack = {
  name: 'hostile-files',
  forms: ['short', 'long'],
  failedOn: '59a65ef',
  run: attack,
};
