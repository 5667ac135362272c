import path from 'node:path';
import { _electron, type ElectronApplication, errors, expect, type Page } from '@playwright/test';
import { folderOfThisRun } from './folder-of-this-run.ts';

type PlanPoint = { readonly x: number; readonly y: number };

function environment(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: run this through npm (scripts/run-in-app or npm run test:e2e).`);
  return value;
}

/** An empty folder for the data of one run of the application; gone when this process ends. */
export function newDataFolder(): string {
  return folderOfThisRun('sallyport-');
}

/** How the application is started on a folder of data, with files to open. */
export function startCommand(dataFolder: string, ...files: string[]) {
  const switches = (process.env.RUNTIME_ELECTRON_SWITCHES ?? '').split(' ').filter(Boolean);
  return {
    executablePath: environment('ELECTRON_EXEC_PATH'),
    cwd: path.resolve(import.meta.dirname, '../..'),
    args: ['.', ...switches, '--lang=en-US', `--user-data-dir=${dataFolder}`, ...files],
  };
}

/** The real application in a window, driven as a person would. */
export class AppDriver {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Messages of the window's console that no run may have. */
  readonly complaints: string[] = [];

  private constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** A process that ends by a signal that nobody here sent is told with its time: what follows is no fault of the test. */
  #tellEnd(): void {
    this.app.process().once('exit', (code, signal) => {
      if (code !== 0 || signal !== null)
        process.stderr.write(
          `driver: the application ended with ${signal ?? code} at ${new Date().toISOString()}\n`,
        );
    });
    this.page.once('crash', () =>
      process.stderr.write(`driver: the page crashed at ${new Date().toISOString()}\n`),
    );
  }

  static async launch(dataFolder: string, ...files: string[]): Promise<AppDriver> {
    const app = await started(startCommand(dataFolder, ...files));
    const driver = new AppDriver(app, await app.firstWindow());
    driver.#tellEnd();
    await driver.page.locator('main').first().waitFor();
    return driver;
  }

  /** Makes a site with a first plan and waits for its drawing. */
  async newPlan(siteName: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New site' }).click();
    await this.page.getByLabel('Site', { exact: true }).fill(siteName);
    await this.page.getByRole('button', { name: 'Create' }).click();
    await this.canvas.waitFor();
    await this.settled();
  }

  async openPlan(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.canvas.waitFor();
    await this.settled();
  }

  get canvas() {
    return this.page.getByRole('application');
  }

  /** The bar that says what is selected, how many records there are, and whether all is saved. */
  get status() {
    return this.page.locator('[data-region=status]');
  }

  /** What was told and can be read: not what is spoken besides. */
  get messages() {
    return this.page.getByRole('status', { name: 'Messages' });
  }

  /** What is said to a screen reader alone, as long as it has these words. */
  spoken(words: string | RegExp) {
    return this.page.locator('[role=status][aria-atomic=true]').filter({ hasText: words });
  }

  /** Waits until the drawing has been painted and does not change any more. */
  async settled(): Promise<void> {
    await this.page.waitForTimeout(250);
    // On a busy machine the window paints later than that: it is asked once it has come to rest.
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))),
    );
  }

  /** Answers the next open dialogs with a file, and the next save dialogs with a place. */
  async answerDialogs(answer: { readonly open?: string; readonly save?: string }): Promise<void> {
    await this.app.evaluate(({ dialog }, { open, save }) => {
      if (open) dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [open] });
      if (save) dialog.showSaveDialog = async () => ({ canceled: false, filePath: save });
    }, answer);
  }

  /** Adds the picture of a file beneath the drawing and waits until it lies there: it is read first. */
  async addPicture(file: string): Promise<void> {
    await this.answerDialogs({ open: file });
    await this.page.getByRole('button', { name: 'Add picture' }).click();
    await this.status.getByText('1 selected', { exact: true }).waitFor();
    await this.saved();
  }

  /** Presses the key of a tool or command on the drawing. */
  async key(key: string): Promise<void> {
    await this.canvas.focus();
    await this.page.keyboard.press(key);
  }

  /** Where a plan point is on the page, CSS pixels. */
  async toScreen(at: PlanPoint): Promise<{ x: number; y: number }> {
    const box = await this.canvas.boundingBox();
    const [x = 0, y = 0] = ((await this.canvas.getAttribute('data-centre')) ?? '').split(',').map(Number);
    const scale = Number(await this.canvas.getAttribute('data-scale'));
    if (!box) throw new Error('The drawing is not on the screen.');
    return {
      x: box.x + box.width / 2 + (at.x - x) * scale,
      y: box.y + box.height / 2 - (at.y - y) * scale,
    };
  }

  /** Moves the pointer to a plan point and clicks there. */
  async click(at: PlanPoint): Promise<void> {
    const { x, y } = await this.toScreen(at);
    await this.page.mouse.move(x - 2, y - 2);
    await this.page.mouse.move(x, y);
    await this.page.mouse.click(x, y);
  }

  /** Zooms with the wheel until a plan point is in view at a scale, then clicks it. */
  async clickClosely(at: PlanPoint, pixelsPerMetre: number): Promise<void> {
    await this.key('Control+0');
    await this.settled();
    const scale = Number(await this.canvas.getAttribute('data-scale'));
    const { x, y } = await this.toScreen(at);
    await this.page.mouse.move(x, y);
    await this.page.mouse.wheel(0, -Math.log(pixelsPerMetre / scale) / Math.log(1.0015));
    await this.settled();
    await this.click(at);
  }

  async move(at: PlanPoint): Promise<void> {
    const { x, y } = await this.toScreen(at);
    await this.page.mouse.move(x, y, { steps: 2 });
  }

  /** Presses at one plan point and releases at another. */
  async drag(from: PlanPoint, to: PlanPoint): Promise<void> {
    await this.move(from);
    await this.page.mouse.down();
    await this.move(to);
    await this.page.mouse.up();
  }

  /** Types a length at the pointer and takes it. */
  async typeLength(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Waits until the status bar says that everything is on disk. */
  async saved(timeout = 5000): Promise<void> {
    await expect(this.page.locator('[data-save]')).toHaveAttribute('data-save', 'saved', { timeout });
  }

  /** Exports the open plan in a format to a file; waits until it is told to be written. */
  async exportTo(file: string, format: string): Promise<void> {
    await this.answerDialogs({ save: file });
    await this.page.getByRole('button', { name: 'Issue layout' }).click();
    await this.page.getByRole('menuitem', { name: format }).click();
    // A picture takes seconds of a processor, which on a busy machine are very many.
    await expect(this.messages.getByText(`${path.basename(file)} was written.`)).toBeVisible({
      timeout: 120_000,
    });
  }

  /** Closes the window as a person does and waits for the end. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.app.process().once('exit', resolve));
    await this.app
      .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      .catch(ignoreEnd);
    await ended;
  }
}

const LAUNCH_MS = 45_000;

/**
 * Starts the application under the debugger; a second time when the first attempt hangs.
 *
 * A debugger that attaches in the moment in which a window is made may wait for it forever
 * (microsoft/playwright issue 29386); the application itself runs on then.
 */
async function started(command: ReturnType<typeof startCommand>): Promise<ElectronApplication> {
  const launch = () =>
    _electron.launch({ ...command, env: { ...process.env, TZ: 'UTC' }, timeout: LAUNCH_MS });
  try {
    return await launch();
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    process.stderr.write('driver: the debugger missed the window; starting once more\n');
    return launch();
  }
}

/** The answer to the last call may be lost with the process. */
export function ignoreEnd(error: unknown): void {
  if (!/closed|crashed|destroyed/i.test(String(error))) throw error;
}
