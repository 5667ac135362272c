import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../../scripts/driver/app-driver.ts';
import { chooseInList } from '../../support/choose-in-list.ts';
import { storedRecords } from '../../support/stored-records.ts';

/** A land register: houses with heights in words, sheds, trees, a fence, and one house that the tags tell. */
function register(): string {
  const at = (x: number, y: number) => [9.92 + x * 15e-6, 53.57 + y * 9e-6];
  const feature = (properties: object, type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates },
  });
  const square = (x: number, y: number) => [
    [at(x, y), at(x + 14, y), at(x + 14, y + 11), at(x, y + 11), at(x, y)],
  ];
  const houses = Array.from({ length: 12 }, (_, index) => {
    const properties = {
      objektart: index < 9 ? 'Wohnhaus' : 'Schuppen',
      hoehe: index === 3 ? 'unbekannt' : `${4 + index},5`,
      bezeichnung: `Haus ${index + 1}`,
    };
    return feature(properties, 'Polygon', square((index % 4) * 25, Math.floor(index / 4) * 20));
  });
  const features = [
    ...houses,
    feature({ objektart: 'Baum' }, 'Point', at(-5, 5)),
    feature({ objektart: 'Zaun' }, 'LineString', [at(-10, -10), at(120, -10)]),
    feature({ building: 'yes', height: '9' }, 'Polygon', square(120, 40)),
  ];
  return JSON.stringify({ type: 'FeatureCollection', features });
}

type Stored = { readonly id: string; readonly height?: number; readonly name?: string };
const storedOf = (data: string, kind: string): readonly Stored[] =>
  Object.values(storedRecords(data))
    .flatMap((records) => Object.values(records) as readonly Stored[])
    .filter(({ id }) => id.startsWith(`${kind}:`));

test('a person says what the features of a register are, by the keyboard; the next file of it is proposed the same', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  const { page } = driver;
  const file = path.join(data, 'register.geojson');
  writeFileSync(file, register());
  await driver.answerDialogs({ open: file });
  await page.getByRole('button', { name: 'Import' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Say what they are' });
  await expect(dialog).toContainText('14 of 15 features in register.geojson are not understood');
  await expect(dialog.getByRole('status')).toHaveText(
    'Features drawn: 1 by their tags. Features left out: 14.',
  );
  const list = (name: RegExp) => dialog.getByRole('button', { name });
  await chooseInList(list(/Polygons, Wohnhaus becomes/), 'Building');
  await chooseInList(list(/Polygons, Schuppen becomes/), 'Building');
  await chooseInList(list(/Lines, Zaun becomes/), 'Fence');
  await expect(dialog.getByRole('status')).toHaveText(
    'Features drawn: 12 × building, 1 × fence, 1 by their tags. Features left out: 1.',
  );
  const building = dialog.getByRole('group', { name: 'Building: 12 features' });
  await expect(building).toBeVisible();
  await chooseInList(building.getByRole('button', { name: 'Height' }), 'From hoehe');
  await chooseInList(building.getByRole('button', { name: 'Name' }), 'From bezeichnung');
  await expect(building).toContainText('11 of 12 can be read');
  // However long what is asked is, its heading and its buttons stay in view.
  await building.scrollIntoViewIfNeeded();
  await expect(dialog.getByRole('heading', { name: 'Say what they are' })).toBeInViewport({ ratio: 1 });
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeInViewport({ ratio: 1 });
  await dialog.getByRole('button', { name: 'Import', exact: true }).focus();
  await page.keyboard.press('Enter');
  await driver.canvas.waitFor();
  await expect(driver.messages.getByText('9 features read as building.')).toBeVisible();
  await expect(driver.messages.getByText('not understood 1 ×, such as "unbekannt"')).toBeVisible();
  const buildings = storedOf(data, 'building');
  expect(buildings.map(({ height }) => height).toSorted((first = 0, second = 0) => first - second)).toEqual([
    4.5, 5.5, 6, 6.5, 8.5, 9, 9.5, 10.5, 11.5, 12.5, 13.5, 14.5, 15.5,
  ]);
  expect(buildings.map(({ name }) => name)).toContain('Haus 7');
  expect(storedOf(data, 'fence')).toHaveLength(1);

  // Into the open plan, what was said is proposed, and taken by Enter.
  await driver.key('Control+Shift+o');
  await expect(dialog).toContainText('Filled in as for the last file with the same attributes.');
  await expect(dialog.getByRole('status')).toHaveText(
    'Features drawn: 12 × building, 1 × fence, 1 by their tags. Features left out: 1.',
  );
  await dialog.getByRole('button', { name: 'Bring in', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(
    driver.messages.getByText(
      'Brought in from register.geojson. Features in the file: 15; records drawn of them: 14.',
    ),
  ).toBeVisible();
  await driver.saved();
  expect(storedOf(data, 'building')).toHaveLength(26);
  // Who does not want it after all gets nothing of it.
  await driver.key('Control+Shift+o');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await driver.saved();
  expect(storedOf(data, 'building')).toHaveLength(26);
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
