import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { referencePlan } from '../../../core/reference/reference-plan.ts';
import { AppDriver, newDataFolder } from '../../../scripts/driver/app-driver.ts';
import { storedRecords } from '../../support/stored-records.ts';

const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});

/** A block of houses of about 14 by 11 m, a fence around it, and what the program does not know. */
function map(): string {
  const [lon, lat] = [9.92, 53.57];
  const at = (x: number, y: number) => [lon + x * 15e-6, lat + y * 9e-6];
  const houses = Array.from({ length: 30 }, (_, index) => {
    const [x, y] = [(index % 6) * 25, Math.floor(index / 6) * 20];
    const ring = [at(x, y), at(x + 14, y), at(x + 14, y + 11), at(x, y + 11), at(x, y)];
    return feature({ building: 'yes' }, 'Polygon', [ring]);
  });
  const fence = [at(-10, -10), at(160, -10), at(160, 110), at(-10, 110)];
  const features = [
    ...houses,
    feature({ barrier: 'fence', height: '2.4' }, 'LineString', fence),
    feature({ amenity: 'bench' }, 'Point', at(5, 15)),
    feature({ natural: 'tree' }, 'Point', at(8, 15)),
  ];
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** A window with a plan on which one post stands, and a file that its dialog chooses. */
async function withPost(fileName: string, content: string) {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  await driver.newPlan('Harbor depot');
  await driver.key('p');
  await driver.click({ x: 10, y: 10 });
  await driver.key('Escape');
  await driver.saved();
  const file = path.join(data, fileName);
  writeFileSync(file, content);
  await driver.answerDialogs({ open: file });
  return { data, driver };
}

const recordsIn = (data: string) => Object.values(Object.values(storedRecords(data))[0] ?? {});
const kindsIn = (data: string) =>
  recordsIn(data).map((body) => String((body as { id: string }).id).replace(/:.*/, ''));

test('a map comes into the open plan as one step, selected and reported; one undo takes it back, also after a restart', async () => {
  test.setTimeout(240_000);
  const { data, driver } = await withPost('block.geojson', map());
  await driver.key('Control+Shift+o');
  // The bench and the tree are asked about, and left as they are.
  await driver.page.getByRole('button', { name: 'Bring in', exact: true }).click();
  await expect(
    driver.messages.getByText(
      'Brought in from block.geojson. Features in the file: 33; records drawn of them: 31.',
    ),
  ).toBeVisible();
  const report = driver.messages.getByText('Brought in from block.geojson');
  await expect(report).toContainText('Not understood: point amenity=bench (1 ×).');
  await expect(report).toContainText('This plan has no latitude and longitude');
  await expect(report).toContainText('building height (30 ×)');
  await expect(driver.status.getByText('31 selected', { exact: true })).toBeVisible();
  // It lies over what came in: folded to its first line by the keyboard, it hardly does.
  const lying = driver.messages.getByRole('group').filter({ hasText: 'Brought in from block.geojson' });
  const tall = (await lying.boundingBox())?.height ?? 0;
  await driver.key('Shift+F6');
  await expect(lying.getByRole('button', { name: 'Fold to one line' })).toBeFocused();
  await driver.page.keyboard.press('Enter');
  await expect(lying.getByRole('button', { name: 'Show all of the message' })).toBeFocused();
  const low = (await lying.boundingBox())?.height ?? 0;
  expect([tall > 90, low < 40]).toEqual([true, true]);
  const lines = ((await report.textContent()) ?? '').split('\n').length;
  await expect(lying.getByText(`${lines - 1} more`, { exact: true })).toBeVisible();
  await expect(report).toContainText('Not understood: point amenity=bench (1 ×).');
  await driver.page.keyboard.press('Escape');
  await expect(driver.page.getByRole('application')).toBeFocused();
  await driver.saved();
  expect(kindsIn(data).filter((kind) => kind === 'building' || kind === 'fence')).toHaveLength(31);
  const brought = recordsIn(data);

  await driver.key('Control+z');
  await expect(driver.status.getByText('1 record', { exact: false })).toBeVisible();
  await driver.saved();
  expect(kindsIn(data).filter((kind) => kind === 'post' || kind === 'building' || kind === 'fence')).toEqual([
    'post',
  ]);
  await driver.key('Control+Shift+z');
  await driver.saved();
  expect(recordsIn(data)).toEqual(brought);
  expect(driver.complaints).toEqual([]);
  await driver.close();

  const again = await AppDriver.launch(data);
  await again.openPlan('Security layout');
  await again.key('Control+z');
  await again.saved();
  expect(kindsIn(data)).not.toContain('building');
  expect(kindsIn(data)).toContain('post');
  // The next report begins as the last one was left, and is all there when it is asked for.
  await again.answerDialogs({ open: path.join(data, 'block.geojson') });
  await again.key('Control+Shift+o');
  await again.page.getByRole('button', { name: 'Bring in', exact: true }).click();
  const next = again.messages.getByRole('group').filter({ hasText: 'Brought in from block.geojson' });
  await next.getByRole('button', { name: 'Show all of the message' }).click();
  await expect(next.getByText(/more$/)).toBeHidden();
  await expect(next.getByRole('button', { name: 'Fold to one line' })).toBeVisible();
  expect((await next.boundingBox())?.height ?? 0).toBeGreaterThan(90);
  await again.close();
});

test('cancelled half-way, changed or left meanwhile, a large file leaves nothing', async () => {
  test.setTimeout(180_000);
  const { data, driver } = await withPost('campus.geojson', writeGeojson(referencePlan('campus', 4).plan));
  const { page, messages } = driver;
  const before = recordsIn(data);
  const progress = page.getByRole('region', { name: /^(Reading|Bringing in) campus\.geojson$/ });

  await driver.key('Control+Shift+o');
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await expect(
    messages.getByText('The reading of campus.geojson was cancelled. Nothing was brought in.'),
  ).toBeVisible();
  await expect(progress).toBeHidden();
  expect(recordsIn(data)).toEqual(before);

  await driver.key('Control+Shift+o');
  await progress.waitFor();
  await driver.key('p');
  await driver.click({ x: 14, y: 10 });
  await expect(messages.getByText('This plan was changed while campus.geojson was read')).toBeVisible({
    timeout: 60_000,
  });
  await driver.key('Escape');
  await driver.key('Control+z');
  await driver.saved();
  expect(recordsIn(data)).toEqual(before);

  await driver.key('Control+Shift+o');
  await progress.waitFor();
  await page.getByRole('button', { name: 'Sites' }).click();
  await expect(
    messages.getByText('The plan was closed while campus.geojson was read. Nothing was brought in.'),
  ).toBeVisible();
  await expect(progress).toBeHidden();
  expect(recordsIn(data)).toEqual(before);
  expect(driver.complaints).toEqual([]);
  await driver.close();
});

test('a file of which nothing can come in, and one that is none, change nothing and say why', async () => {
  const bench = feature({ amenity: 'bench' }, 'Point', [9.92, 53.57]);
  const { data, driver } = await withPost('benches.geojson', JSON.stringify(bench));
  const before = recordsIn(data);
  await driver.key('Control+Shift+o');
  await driver.page.getByRole('button', { name: 'Bring in', exact: true }).click();
  const refused = driver.messages.getByText(
    'Nothing was brought in from benches.geojson. There is nothing in it to insert.',
  );
  await expect(refused).toContainText('Not understood: point amenity=bench (1 ×).');
  await driver.answerDialogs({ open: path.resolve('resources/sample-site/floor-plan.png') });
  await driver.key('Control+Shift+o');
  await expect(
    driver.messages.getByText('floor-plan.png: This is not GeoJSON. Choose a .geojson file.'),
  ).toBeVisible();
  await driver.saved();
  expect(recordsIn(data)).toEqual(before);
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
