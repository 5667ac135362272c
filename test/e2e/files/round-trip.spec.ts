import path from 'node:path';
import { expect, test } from '@playwright/test';
import { samePlan } from '../../../core/plan/diff.ts';
import { AppDriver, newDataFolder } from '../../../scripts/driver/app-driver.ts';
import { planInFile } from '../../support/plan-in-file.ts';
import { storedRecords } from '../../support/stored-records.ts';

const NAME = `Lageplan "Süd" – O'Brien 1`;

async function imported(file: string): Promise<Record<string, unknown>> {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  await driver.answerDialogs({ open: file });
  await driver.page.getByRole('button', { name: 'Import a plan file' }).click();
  await driver.canvas.waitFor();
  await driver.settled();
  const [records = {}, ...others] = Object.values(storedRecords(data));
  expect(others).toEqual([]);
  const placed = Object.values(records).filter((body) => Object.hasOwn(Object(body), 'layer'));
  await expect(driver.page.locator('footer')).toContainText(`${placed.length} records`);
  const again = path.join(data, 'again.sallyport');
  await driver.exportTo(again, 'Plan file');
  expect(samePlan((await planInFile(again)).plan, (await planInFile(file)).plan)).toBe(true);
  expect(driver.complaints).toEqual([]);
  await driver.close();
  return records;
}

test('the sample site comes back equal from its plan file and from its GeoJSON', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  await driver.page.getByRole('button', { name: 'Open the sample site' }).click();
  await driver.canvas.waitFor();
  await driver.settled();
  const planFile = path.join(data, `${NAME}.sallyport`);
  const geojson = path.join(data, `${NAME}.geojson`);
  await driver.exportTo(planFile, 'Plan file');
  await driver.exportTo(geojson, 'GeoJSON');
  const [original = {}] = Object.values(storedRecords(data));
  expect(Object.keys(original).length).toBeGreaterThan(100);
  expect(driver.complaints).toEqual([]);
  await driver.close();

  expect(await imported(planFile)).toEqual(original);
  expect(await imported(geojson)).toEqual(original);
});
