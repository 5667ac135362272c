import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodePlan } from '../../../core/codec/plan-file.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { Random } from '../../../core/reference/random.ts';
import { packArchive } from '../../../electron/files/plan-archive.ts';
import { AppDriver, newDataFolder } from '../../driver/app-driver.ts';
import { inkShare, longestTask, noiseOfPage, watchTasks } from './in-page.ts';

/** Writes a plan into a file of its own in a folder. */
export async function writePlanFile(folder: string, plan: Plan, name: string): Promise<string> {
  // Each a plan of its own, or the second one would be the first one received again.
  const planId = new Random([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7)).uuid();
  const parcel = { planId, planName: name, siteName: name, plan, attachments: new Map<string, Uint8Array>() };
  const file = path.join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 40)}.sallyport`);
  writeFileSync(file, await packArchive(encodePlan(parcel, '0.0.0')));
  return file;
}

/** What a step in the window did: its longest task, and what the console had to say. */
export type Step = {
  readonly longestMs: number;
  /** How much slower the page runs than an idle machine, at least 1. */
  readonly noise: number;
  readonly complaints: readonly string[];
};

const OPENS_MS = 60_000;

/** One window in which plan files are opened one after the other, and what its page does is measured. */
export class PlanWindow {
  readonly driver: AppDriver;
  readonly folder: string;

  private constructor(driver: AppDriver, folder: string) {
    this.driver = driver;
    this.folder = folder;
  }

  static async open(): Promise<PlanWindow> {
    const folder = newDataFolder();
    const driver = await AppDriver.launch(folder);
    await driver.page.setViewportSize({ width: 1920, height: 1080 });
    await driver.page.evaluate(watchTasks);
    return new PlanWindow(driver, folder);
  }

  /** Opens a plan through its file, from the list of sites; back there first from another plan. */
  async show(plan: Plan, name: string): Promise<Step> {
    const file = await writePlanFile(this.folder, plan, name);
    const { page } = this.driver;
    if ((await this.driver.canvas.count()) > 0) await page.getByRole('button', { name: 'Sites' }).click();
    await this.driver.answerDialogs({ open: file });
    return this.step(async () => {
      await page.getByRole('button', { name: 'Import a plan file' }).click();
      await page.locator('[role=application][data-scale]').waitFor({ timeout: OPENS_MS });
    });
  }

  /** Does something and waits until the page has come to rest. */
  async step(act: () => Promise<void>): Promise<Step> {
    const { page, complaints } = this.driver;
    const before = complaints.length;
    const noise = await page.evaluate(noiseOfPage);
    await page.evaluate(longestTask);
    await act();
    await this.driver.settled();
    const longestMs = await page.evaluate(longestTask);
    return { longestMs, noise, complaints: complaints.slice(before) };
  }

  fit(): Promise<Step> {
    return this.step(() => this.driver.key('Control+0'));
  }

  /** Turns the wheel over the middle of the drawing: by a factor above 1 to look closer. */
  zoom(factor: number): Promise<Step> {
    return this.step(async () => {
      await this.#toMiddle();
      await this.driver.page.mouse.wheel(0, -Math.log(factor) / Math.log(1.0015));
    });
  }

  /** Moves the drawing aside, farther than what is painted beyond its edges. */
  pan(): Promise<Step> {
    return this.step(async () => {
      await this.#toMiddle();
      for (let turn = 0; turn < 4; turn++) await this.driver.page.mouse.wheel(90, 40);
    });
  }

  /** The pointer over the drawing, and a click on what is there. */
  point(): Promise<Step> {
    return this.step(async () => {
      const { x, y } = await this.#toMiddle();
      await this.driver.page.mouse.move(x + 40, y + 25, { steps: 4 });
      await this.driver.page.mouse.click(x, y);
      await this.driver.page.keyboard.press('Escape');
    });
  }

  /** The part of the drawing's pixels that something dark or coloured is painted on. */
  ink(): Promise<number> {
    return this.driver.page.evaluate(inkShare);
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  async #toMiddle(): Promise<{ x: number; y: number }> {
    const box = await this.driver.canvas.boundingBox();
    if (!box) throw new Error('The drawing is not on the screen.');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await this.driver.page.mouse.move(middle.x, middle.y);
    return middle;
  }
}
