import type { Locator } from '@playwright/test';
import type { AppDriver } from '../driver/app-driver.ts';
import { EffortCount, keysOf } from './keystroke-level.ts';

// One notch of a wheel as the window gets it, and what it does to the scale.
const WHEEL_PX = 100;
const WHEEL_FACTOR = 1.0015 ** WHEEL_PX;

type PlanPoint = { readonly x: number; readonly y: number };

/** A person at the real window whose every key, click and thought is counted. */
export class Person {
  readonly driver: AppDriver;
  readonly effort = new EffortCount();

  constructor(driver: AppDriver) {
    this.driver = driver;
  }

  step(name: string): void {
    this.effort.begin(name);
  }

  /** Chooses a command by its key. */
  async choose(chord: string): Promise<void> {
    this.effort.mind();
    await this.press(chord);
  }

  /** Presses a key without having to think: Enter, Tab, Escape. */
  async press(chord: string): Promise<void> {
    this.effort.keys(keysOf(chord));
    await this.driver.page.keyboard.press(chord);
  }

  /** Types a value where the keys go. */
  async type(value: string): Promise<void> {
    this.effort.mind();
    this.effort.keys(value.length);
    await this.driver.page.keyboard.type(value);
  }

  async click(at: PlanPoint): Promise<void> {
    this.effort.click();
    await this.driver.click(at);
  }

  /** Clicks with Shift held, which adds to what is selected. */
  async clickToo(at: PlanPoint): Promise<void> {
    const { keyboard } = this.driver.page;
    this.effort.keys(1);
    this.effort.click();
    await keyboard.down('Shift');
    await this.driver.click(at);
    await keyboard.up('Shift');
  }

  async drag(from: PlanPoint, to: PlanPoint): Promise<void> {
    this.effort.drag();
    await this.driver.drag(from, to);
  }

  /** Points at a place of the drawing, for what follows the pointer. */
  async pointAt(at: PlanPoint): Promise<void> {
    this.effort.point();
    await this.driver.move(at);
  }

  /** Shows all of the plan, then turns the wheel over a place until it is seen at a scale. */
  async zoomTo(at: PlanPoint, pixelsPerMetre: number): Promise<void> {
    const { driver } = this;
    await this.press('Control+0');
    await driver.settled();
    const scale = Number(await driver.canvas.getAttribute('data-scale'));
    const notches = Math.round(Math.log(pixelsPerMetre / scale) / Math.log(WHEEL_FACTOR));
    await this.pointAt(at);
    this.effort.notches(Math.abs(notches));
    for (let notch = 0; notch < Math.abs(notches); notch++)
      await driver.page.mouse.wheel(0, -Math.sign(notches) * WHEEL_PX);
    await driver.settled();
  }

  /** The row of a device or type in the catalogue. */
  catalogueRow(name: string): Locator {
    return this.driver.page.getByRole('row', { name, exact: true });
  }

  /** Chooses a button, menu entry or field of the window. */
  async chooseIn(target: Locator): Promise<void> {
    this.effort.mind();
    this.effort.click();
    await target.click();
  }
}
