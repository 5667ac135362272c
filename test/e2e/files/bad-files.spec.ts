import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../../scripts/driver/app-driver.ts';
import { brokenPlanFiles } from '../../support/broken-plan-files.ts';
import { storedCounts } from '../../support/stored-records.ts';

const NOTHING = { sites: 0, plans: 0, attachments: 0 };

async function importing(driver: AppDriver, file: string): Promise<void> {
  await driver.answerDialogs({ open: file });
  await driver.page.getByRole('button', { name: 'Import a plan file' }).click();
}

const planFiles: readonly (readonly [name: string, broken: keyof typeof brokenPlanFiles, says: RegExp])[] = [
  ['empty.sallyport', 'empty', /: The file is empty\. Ask for it again\.$/],
  ['half.sallyport', 'truncated', /: The plan file is damaged or cut short\. Ask for it again\.$/],
  [
    'letter.sallyport',
    'not a container',
    /: This is neither a Sallyport plan file nor GeoJSON\. Choose .*\.$/,
  ],
  [
    'other.zip',
    'another zip',
    /: This is not a Sallyport plan file\. Choose a file that Sallyport exported\.$/,
  ],
  ['bomb.sallyport', 'bomb', /: The plan file unpacks to far more than it should hold\. Do not use it\.$/],
  [
    'newer.sallyport',
    'newer',
    /: This file was made by a newer version \(format 99; .*\. Update, or ask .*\.$/,
  ],
  [
    'Plan "alt" – Süd.sallyport',
    'wrong hash',
    /: The plan file is .* plan\.json does not match its hash\. Ask .*\.$/,
  ],
  ['record.sallyport', 'broken record', /: The record wall:\S+ is not valid in "material": .*\. Ask .*\.$/],
  [
    'reference.sallyport',
    'dangling reference',
    /: The record opening:\S+ refers to a record that does not exist \(field "wall"\)\. Ask .*\.$/,
  ],
];

test('a broken plan file is refused in one sentence and leaves no site behind', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  for (const [name, broken, says] of planFiles) {
    const file = path.join(data, name);
    writeFileSync(file, await brokenPlanFiles[broken]());
    await importing(driver, file);
    const told = driver.messages.getByText(`${name}: `, { exact: false });
    await expect(told).toBeVisible();
    await expect(told).toHaveText(says);
  }
  await expect(driver.page.getByText('No sites yet')).toBeVisible();
  expect(storedCounts(data)).toEqual(NOTHING);
  expect(driver.complaints).toEqual([]);
  await driver.close();

  const started = await AppDriver.launch(data, path.join(data, 'half.sallyport'));
  await expect(
    started.messages.getByText('half.sallyport: The plan file is damaged or cut short.'),
  ).toBeVisible();
  await expect(started.page.getByText('No sites yet')).toBeVisible();
  await started.close();
});

const manyFeatures = `{"type":"FeatureCollection","features":[${'0,'.repeat(200_000)}0]}`;
const camera = (coordinates: string, kind = 'camera') =>
  `{"type":"FeatureCollection","coordinates":"plan-metres","features":[{"type":"Feature","properties":{"kind":"${kind}"},
    "geometry":{"type":"Point","coordinates":${coordinates}}}]}`;
const geojson: readonly (readonly [name: string, content: string, says: string])[] = [
  ['nan.geojson', camera('[NaN, 2]'), 'This file has NaN in line 2, which is no number in GeoJSON.'],
  [
    'cut.geojson',
    camera('[1, 2]').slice(0, -4),
    'This file is not GeoJSON: it is cut short, or not JSON at all.',
  ],
  ['many.geojson', manyFeatures, 'This file has 200,001 features; at most 200,000 are read.'],
];

test('bad GeoJSON is refused in one sentence, an unknown kind is named', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  for (const [name, content, says] of geojson) {
    writeFileSync(path.join(data, name), content);
    await importing(driver, path.join(data, name));
    await expect(driver.messages.getByText(`${name}: ${says}`)).toBeVisible();
  }
  const large = path.join(data, 'large.geojson');
  writeFileSync(large, '{');
  truncateSync(large, 64 * 1024 * 1024 + 1);
  await importing(driver, large);
  await expect(
    driver.messages.getByText('large.geojson: This GeoJSON file is larger than 64 MB.'),
  ).toBeVisible();
  await expect(driver.page.getByText('No sites yet')).toBeVisible();
  expect(storedCounts(data)).toEqual(NOTHING);

  const unknown = path.join(data, 'unknown.geojson');
  writeFileSync(unknown, camera('[1, 2]', 'moat'));
  await importing(driver, unknown);
  await expect(driver.messages.getByText('Not understood: kind moat (1 ×).')).toBeVisible();
  await driver.canvas.waitFor();
  expect(storedCounts(data)).toEqual({ ...NOTHING, sites: 1, plans: 1 });
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
