import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

test('the sample site opens and is issued as a sheet, a picture and a schedule', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  await driver.page.getByRole('button', { name: 'Open the sample site' }).click();
  await driver.canvas.waitFor();
  await driver.settled();
  const files = {
    pdf: 'PDF sheet',
    png: 'PNG picture',
    svg: 'SVG drawing',
    csv: 'Equipment schedule',
    geojson: 'GeoJSON',
  };
  for (const [ending, item] of Object.entries(files))
    await driver.exportTo(path.join(data, `site.${ending}`), item);
  const start = (ending: string) =>
    readFileSync(path.join(data, `site.${ending}`))
      .subarray(0, 5)
      .toString('latin1');
  expect(start('pdf')).toBe('%PDF-');
  expect(start('png')).toBe('\u0089PNG\r');
  expect(start('svg')).toBe('<svg ');
  expect(readFileSync(path.join(data, 'site.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(20);
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
