import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

test('home, editor, panels and dialogs have no violations that axe finds', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  const violations = async () => {
    // Electron cannot open the second page that axe uses by default.
    const { violations: found } = await new AxeBuilder({ page: driver.page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .analyze();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  };
  expect(await violations()).toEqual([]);
  await driver.page.getByRole('button', { name: 'Open the sample site' }).click();
  await driver.canvas.waitFor();
  await driver.settled();
  expect(await violations()).toEqual([]);
  for (const tab of ['Layers', 'Floors', 'Outline', 'Pictures']) {
    await driver.page.getByRole('tab', { name: tab }).click();
    await driver.settled();
    expect(await violations(), tab).toEqual([]);
  }
  for (const key of ['Control+k', 'F1']) {
    await driver.key(key);
    await driver.page.getByRole('dialog').waitFor();
    await driver.settled();
    expect(await violations(), key).toEqual([]);
    await driver.page.keyboard.press('Escape');
  }
  await driver.close();
});
