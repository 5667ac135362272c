import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

/** The system's wishes that the theme follows while nobody chose one. */
const looks = [
  { name: 'light', media: { colorScheme: 'light', contrast: null } },
  { name: 'dark', media: { colorScheme: 'dark', contrast: null } },
  { name: 'high contrast', media: { colorScheme: 'dark', contrast: 'more' } },
] as const;

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

type Violation = { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] };
type Check = { readonly part: string; readonly rules: { readonly type: string; readonly values: string[] } };

/** Runs in the window, where axe is once it was put there: by AxeBuilder that takes seconds a time. */
async function runAxe({ part, rules }: Check): Promise<readonly Violation[]> {
  type Axe = { run(context: object, options: object): Promise<{ violations: readonly Violation[] }> };
  const { axe } = globalThis as unknown as { readonly axe: Axe };
  const options = { runOnly: rules, resultTypes: ['violations'], elementRef: false };
  return (await axe.run({ include: [[part]] }, options)).violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target }) => ({ target })),
  }));
}

/** Colours go over into each other when the theme changes: only the last of them is looked at. */
async function settleColours(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
}

/** What axe finds against WCAG 2.2 AA in a part of what is shown; of the other themes, in their colours. */
async function violations(page: Page, where: string, part: string): Promise<string[]> {
  const all: string[] = [];
  for (const { name, media } of looks) {
    await page.emulateMedia(media);
    await page.evaluate(settleColours);
    const rules =
      name === 'light' ? { type: 'tag', values: wcag } : { type: 'rule', values: ['color-contrast'] };
    const found = await page.evaluate(runAxe, { part, rules });
    for (const { id, nodes } of found)
      all.push(`${where}, ${name}, ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  }
  return all;
}

/** What can be clicked or typed in and lies outside the window where nothing scrolls to it. */
function cutOff(): string[] {
  const isScrolled = (element: Element): boolean => {
    for (let at = element.parentElement; at; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowY + getComputedStyle(at).overflowX)) return true;
    return false;
  };
  const controls = document.querySelectorAll<HTMLElement>('button, input, [role=tab], [role=separator]');
  return [...controls].flatMap((control) => {
    const { left, top, right, bottom, width } = control.getBoundingClientRect();
    if (width === 0 || !control.checkVisibility() || isScrolled(control)) return [];
    // Kept out of sight on purpose until it has the focus; an input that is drawn as a switch has no size.
    if (bottom < 0 || width <= 1) return [];
    const isIn = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
    return isIn ? [] : [`${control.getAttribute('aria-label') ?? control.textContent} at ${left},${top}`];
  });
}

async function openSample(driver: AppDriver): Promise<void> {
  await driver.page.getByRole('button', { name: 'Open the sample site' }).first().click();
  await driver.canvas.waitFor();
  await driver.settled();
}

type Look = (where: string, part?: string) => Promise<void>;

const panels = '[data-region=panels]';
const inspector = '[data-region=inspector]';
const dialog = '[role=dialog]';
const coverage = '[data-region=bottom]';

/** Goes through all that the editor can show, and calls back with its name at each. */
async function visitEditor(driver: AppDriver, look: Look): Promise<void> {
  const { page } = driver;
  await look('editor');
  for (const tab of await page.locator('[data-region=panels] [role=tab]').allTextContents()) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await driver.settled();
    await look(`panel ${tab}`, panels);
  }
  await driver.key('Control+j');
  const bottom = page.locator(coverage);
  await bottom.getByRole('grid').waitFor();
  await look('coverage of zones', coverage);
  await bottom.getByRole('radio', { name: 'One camera fails' }).click();
  await bottom.getByRole('grid').waitFor();
  await look('coverage where a camera fails', coverage);
  await driver.key('Control+j');
  for (const key of ['Control+k', 'F1']) {
    await driver.key(key);
    await page.getByRole('dialog').waitFor();
    await look(`overlay ${key}`, dialog);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await driver.key('Control+a');
  await driver.settled();
  await look('inspector of many', inspector);
  await runCommand(driver, 'Repeat in rows');
  await page.getByRole('dialog').waitFor();
  await look('form', dialog);
  await page.keyboard.press('Escape');
  await driver.key('Escape');
  await driver.key('Tab');
  await driver.settled();
  await look('inspector of one', inspector);
  await driver.key('F5');
  await driver.settled();
  await look('sheet');
  await page.getByRole('button', { name: 'Issue layout' }).click();
  await page.getByRole('menu').first().waitFor();
  await look('menu', '[role=menu]');
  await page.keyboard.press('Escape');
  await driver.key('w');
  await driver.settled();
  await look('armed tool', '[data-region=canvas]');
  await driver.key('Escape');
  await driver.key('Control+Shift+Home');
  await page.getByText('Window at 100 %').waitFor();
  await look('message', 'section[role=status]');
}

/** What still moves while the system asks for less motion. */
function moving(): string[] {
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
    const moves = [transitionDuration, animationName === 'none' ? '0s' : animationDuration];
    return moves
      .join()
      .split(',')
      .every((time) => Number.parseFloat(time) === 0)
      ? []
      : [element.className];
  });
}

async function runCommand(driver: AppDriver, title: string): Promise<void> {
  await driver.key('Control+k');
  await driver.page.getByRole('dialog').getByRole('combobox').fill(title);
  await driver.settled();
  await driver.page.keyboard.press('Enter');
}

/** What finds nothing anywhere may be asleep: of words that are hardly seen it must say so, in each theme. */
async function seesPaleWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const words = document.createElement('p');
    words.id = 'pale';
    words.textContent = 'Hardly seen';
    words.style.cssText = 'position:fixed;top:50%;left:40%;z-index:9999;color:#777;background:#888';
    document.body.append(words);
  });
  const found = await violations(page, 'pale', '#pale');
  await page.evaluate(() => document.querySelector('#pale')?.remove());
  expect(found).toEqual(looks.map(({ name }) => `pale, ${name}, color-contrast: #pale`));
}

test('nothing in the window violates WCAG 2.2 AA, in any theme', async () => {
  // Each of some twenty views is looked at in three themes.
  test.setTimeout(180_000);
  const driver = await AppDriver.launch(newDataFolder());
  const { page } = driver;
  // Electron cannot open the second page that axe uses by default.
  await new AxeBuilder({ page }).setLegacyMode(true).include('head').analyze();
  await seesPaleWords(page);
  const found: string[] = [];
  const look: Look = async (where, part = 'body') =>
    void found.push(...(await violations(page, where, part)));
  await look('empty home');
  await page.getByRole('button', { name: 'New site' }).click();
  await page.getByRole('dialog').waitFor();
  await look('new site', dialog);
  await page.keyboard.press('Escape');
  await openSample(driver);
  await visitEditor(driver, look);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await page.evaluate(moving)).toEqual([]);
  await page.getByRole('button', { name: 'Sites' }).click();
  await page.getByRole('table').waitFor();
  await look('home');
  expect(found).toEqual([]);
  await driver.close();
});

async function makeLarge({ page }: AppDriver): Promise<void> {
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+Shift+PageUp');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
}

test('everything can be reached at 200 % in a window of 1280 by 800, and the size is remembered', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  const { page, app } = driver;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await makeLarge(driver);
  const found: string[] = [];
  const look: Look = async (where) =>
    void found.push(...(await page.evaluate(cutOff)).map((control) => `${where}: ${control}`));
  await look('empty home');
  await openSample(driver);
  await visitEditor(driver, look);
  await makeLarge(driver);
  await page.getByRole('button', { name: 'Sites' }).click();
  await page.getByRole('table').waitFor();
  await look('home');
  expect(found).toEqual([]);
  await driver.close();
  const again = await AppDriver.launch(data);
  await expect.poll(() => again.page.evaluate(() => devicePixelRatio)).toBe(2);
  await again.close();
});
