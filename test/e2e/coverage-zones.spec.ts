import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { CoverageReport } from '../../core/analysis/report/coverage-report.ts';
import { percentText } from '../../core/analysis/report/percent-text.ts';
import { runCli } from '../../electron/cli/run.ts';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';
import { folderOfThisRun } from '../../scripts/driver/folder-of-this-run.ts';

/** What the command line says of a plan file. */
async function coverageOf(file: string): Promise<CoverageReport> {
  let out = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    error: (text: string) => expect(text).toBe(''),
    version: '0.1.0',
    defaultDatabase: () => 'none.db',
  };
  expect(await runCli(['coverage', file, '--json'], io)).toBe(0);
  return JSON.parse(out);
}

async function type(inspector: Locator, label: string, value: string): Promise<void> {
  const field = inspector.getByRole('textbox', { name: label, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

async function choose(
  page: Page,
  inspector: Locator,
  [label, option]: readonly [string, string],
): Promise<void> {
  await inspector.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: new RegExp(`^${option}`) }).click();
}

/** Draws a zone of 4 by 4 m beside the site, where none of its cameras looks. */
async function drawBesideSite(driver: AppDriver): Promise<void> {
  await driver.key('Control+k');
  await driver.page.keyboard.type('-44, -30');
  await driver.page.keyboard.press('Enter');
  await driver.settled();
  await driver.key('z');
  for (const [x, y] of [
    [-42, -32],
    [-38, -32],
    [-38, -28],
    [-42, -28],
    [-42, -32],
  ] as const)
    await driver.click({ x, y });
  await driver.key('Escape');
}

/** Every zone has the answer and the percent that the command line gives it. */
async function comparesWithCommandLine(driver: AppDriver, panel: Locator): Promise<void> {
  const file = path.join(folderOfThisRun('sallyport-'), 'zones.sallyport');
  await driver.exportTo(file, 'Plan file for a colleague');
  const { zones } = await coverageOf(file);
  expect(zones).toHaveLength(7);
  for (const { tag, percent, minimumPercent, pass } of zones) {
    const answer = panel.getByRole('row', { name: new RegExp(`^${tag}\\b`) }).locator('[data-answer]');
    await expect(answer).toHaveAttribute('data-answer', pass ? 'pass' : 'fail');
    await expect(answer).toContainText(
      `${percentText(percent ?? -1, minimumPercent)} % of ${minimumPercent} %`,
    );
  }
}

test('a coverage zone fails, passes once it is lit and seen, and fails again when that is undone', async () => {
  // A busy machine takes a minute alone to open the window.
  test.setTimeout(300_000);
  const driver = await AppDriver.launch(newDataFolder());
  const { page } = driver;
  await page.getByRole('button', { name: 'Open the sample site' }).click();
  await driver.canvas.waitFor();
  await driver.settled();
  const inspector = page.locator('[data-region=inspector]');
  const title = inspector.getByRole('heading', { level: 2 });
  const panel = page.getByRole('region', { name: 'Coverage panel' });

  await drawBesideSite(driver);
  await expect(title).toHaveText('Z-7');
  await choose(page, inspector, ['Required level', 'Identify']);
  await choose(page, inspector, ['Checked by', 'Night']);
  await expect(inspector).toContainText('0 % of 95 % by night');

  // The panel says it, and where it is worst.
  await driver.key('Control+j');
  const row = panel.getByRole('row', { name: /^Z-7/ });
  await expect(row.locator('[data-answer]')).toHaveAttribute('data-answer', 'fail');
  await expect(row).toContainText('0 % of 95 % by night');
  await expect(driver.status).toContainText('7 of 7 zones fail');
  await driver.key('Control+0');
  await driver.settled();
  await row.getByRole('button', { name: 'Show the worst point of Z-7' }).click();
  await driver.settled();
  const [x = 0, y = 0] = ((await driver.canvas.getAttribute('data-centre')) ?? '').split(',').map(Number);
  expect(x).toBeGreaterThanOrEqual(-42);
  expect(x).toBeLessThanOrEqual(-38);
  expect(y).toBeGreaterThanOrEqual(-32);
  expect(y).toBeLessThanOrEqual(-28);

  // A light and a camera, by typed values.
  await driver.key('h');
  await driver.click({ x: -40, y: -34 });
  await driver.key('Escape');
  await type(inspector, 'Illuminance', '50');
  await type(inspector, 'Lit up to', '20');
  await driver.key('c');
  await driver.click({ x: -50, y: -30 });
  await driver.key('Escape');
  await expect(title).toHaveText(/^C-\d+$/);
  const camera = (await title.textContent()) ?? '';
  await type(inspector, 'Direction', '90');
  await type(inspector, 'Tilt', '17');
  await type(inspector, 'Focal length', '4.8');
  await type(inspector, 'Pixels across', '4000');
  await expect(row.locator('[data-answer]')).toHaveAttribute('data-answer', 'fail');
  await expect(row).toContainText(`By night without ${camera}`);
  await type(inspector, 'Least light', '1');
  await expect(row.locator('[data-answer]')).toHaveAttribute('data-answer', 'pass');
  await expect(row).toContainText(`${camera} 100 %`);
  await expect(driver.status).toContainText('6 of 7 zones fail');

  // Without the camera it would fail.
  await panel.getByRole('radio', { name: 'One camera fails' }).click();
  await expect(panel).toContainText(`without ${camera} a zone that passes fails: Z-7 keeps 0 % of 95 %.`);
  await panel.getByRole('radio', { name: 'Zones' }).click();

  // Undone it fails at once; done again it passes, as on the command line.
  await driver.key('Control+z');
  await expect(row.locator('[data-answer]')).toHaveAttribute('data-answer', 'fail', { timeout: 500 });
  await expect(driver.status).toContainText('7 of 7 zones fail');
  await driver.key('Control+Shift+z');
  await expect(row.locator('[data-answer]')).toHaveAttribute('data-answer', 'pass', { timeout: 500 });
  await driver.saved();
  await comparesWithCommandLine(driver, panel);

  // Only what fails, and no longer any panel.
  await panel.getByText('Failing only').click();
  await expect(row).toHaveCount(0);
  await expect(panel.getByRole('row')).toHaveCount(7);
  await panel.getByRole('button', { name: 'Close the coverage panel' }).click();
  await expect(panel).toHaveCount(0);
  await driver.status.getByRole('button', { name: '6 of 7 zones fail' }).click();
  await expect(panel).toBeVisible();
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
