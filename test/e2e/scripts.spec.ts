import { expect, test } from '@playwright/test';
import { textWidth } from '../../core/drawing/measure-text.ts';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

const LINES = ['مدخل', 'שער', 'हिन्दी', 'ที่จอดรถ', '入口', 'カメラ', '보안'];

/** The families whose files the page has loaded, each weight by its own. */
const loaded = (driver: AppDriver) =>
  driver.page.evaluate(() =>
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family.replaceAll('"', '')),
  );

test('the window loads a family when a letter of it is shown, and sets it as the print does', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  await driver.page.getByRole('button', { name: 'Open the sample site' }).click();
  await driver.canvas.waitFor();
  await driver.settled();
  expect(new Set(await loaded(driver))).toEqual(new Set(['Inter']));

  const widths = await driver.page.evaluate(async (lines) => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) throw new Error('No canvas.');
    const families = ['Arabic', 'Hebrew', 'Devanagari', 'Thai', 'SC', 'JP', 'KR'];
    context.font = `100px Inter, ${families.map((each) => `"Noto Sans ${each}"`).join(', ')}`;
    context.fontKerning = 'none';
    for (const line of lines) await document.fonts.load(context.font, line);
    return lines.map((line) => context.measureText(line).width);
  }, LINES);
  widths.forEach((width, index) => {
    expect(width).toBeCloseTo(textWidth(LINES[index] ?? '', 100, 'regular'), 0);
  });
  expect(await loaded(driver)).toContain('Noto Sans Arabic');
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
