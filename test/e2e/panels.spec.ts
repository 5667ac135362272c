import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

/** How wide the panels are, 0 where one is closed. */
async function widths({ page }: AppDriver): Promise<readonly number[]> {
  const both = ['#panel-left', '#panel-right'].map(async (name) => {
    const panel = page.locator(name);
    return (await panel.count()) === 0 ? 0 : Math.round((await panel.boundingBox())?.width ?? 0);
  });
  return Promise.all(both);
}

async function dragDivider({ page }: AppDriver, side: 'left' | 'right', by: number): Promise<void> {
  const box = await page.locator(`#panel-${side}-divider`).boundingBox();
  if (!box) throw new Error(`There is no divider at the ${side}.`);
  const [x, y] = [box.x, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 6 });
  await page.mouse.up();
}

test('panels are resized, shut and hidden, stay so after a restart, and can be reset', async () => {
  const data = newDataFolder();
  const first = await AppDriver.launch(data);
  await first.newPlan('Harbor depot');
  const shown = (driver: AppDriver, expected: readonly number[]) =>
    expect.poll(() => widths(driver)).toEqual(expected);
  await shown(first, [280, 300]);
  await dragDivider(first, 'left', 60);
  await dragDivider(first, 'right', 290);
  await shown(first, [340, 0]);
  await first.saved();
  expect(first.complaints).toEqual([]);
  await first.close();

  const second = await AppDriver.launch(data);
  await second.openPlan('Security layout');
  await shown(second, [340, 0]);
  await second.key('Control+\\');
  await shown(second, [0, 0]);
  await second.key('Control+\\');
  await shown(second, [340, 300]);
  await second.key('Control+i');
  await shown(second, [340, 0]);
  await second.key('Control+k');
  await second.page.keyboard.type('reset layout');
  await second.page.keyboard.press('Enter');
  await shown(second, [280, 300]);
  expect(second.complaints).toEqual([]);
  await second.close();
});
