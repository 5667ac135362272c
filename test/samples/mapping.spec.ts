import { expect, type Locator, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';
import { chooseInList } from '../support/choose-in-list.ts';
import { sample } from '../support/samples.ts';
import { storedRecords } from '../support/stored-records.ts';

type Stored = { readonly id: string; readonly height?: number; readonly name?: string };

/** What of a kind is on disk. */
const storedOf = (data: string, kind: string): readonly Stored[] =>
  Object.values(storedRecords(data))
    .flatMap((records) => Object.values(records) as readonly Stored[])
    .filter(({ id }) => id.startsWith(`${kind}:`));

/** Says what the features of a real file are, and looks at what was drawn of them. */
async function drawn(
  name: string,
  say: (dialog: Locator) => Promise<void>,
  look: (data: string, driver: AppDriver) => Promise<void>,
): Promise<void> {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  await driver.answerDialogs({ open: sample('geojson', `${name}.geojson`) });
  await driver.page.getByRole('button', { name: 'Import' }).first().click();
  const dialog = driver.page.getByRole('dialog', { name: 'Say what they are' });
  await expect(dialog).toBeVisible();
  await say(dialog);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await driver.canvas.waitFor();
  await driver.settled();
  await look(data, driver);
  expect(driver.complaints).toEqual([]);
  await driver.close();
}

const list = (dialog: Locator, name: RegExp): Locator => dialog.getByRole('button', { name });

test('federal buildings in Bern, of which every attribute is empty, are drawn by their geometry', async () => {
  await drawn(
    'bbl_bern_buildings',
    (dialog) => chooseInList(list(dialog, /Polygons, All becomes/), 'Building'),
    async (data, driver) => {
      expect(storedOf(data, 'building')).toHaveLength(145);
      await expect(driver.messages.getByText('132 features read as building.')).toBeVisible();
    },
  );
});

test('an airport is drawn by an attribute that is chosen, heights and names by others', async () => {
  await drawn(
    'sfo_airport_current',
    async (dialog) => {
      await chooseInList(list(dialog, /Told apart by/), 'sfomuseum:placetype');
      await chooseInList(list(dialog, /Polygons, terminal becomes/), 'Building');
      await chooseInList(list(dialog, /Polygons, garage becomes/), 'Building');
      await chooseInList(list(dialog, /Points, checkpoint becomes/), 'Screening');
      const building = dialog.getByRole('group', { name: /^Building: / });
      await chooseInList(building.getByRole('button', { name: 'Name' }), 'From wof:name');
    },
    async (data) => {
      const names = storedOf(data, 'building').map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['Harvey Milk Terminal 1', 'Central Parking Garage']));
      expect([names.length, storedOf(data, 'screening').length]).toEqual([10, 10]);
    },
  );
});

test('the inside of an office is drawn as walls', async () => {
  await drawn(
    'cc0_office_interior',
    async (dialog) => {
      await chooseInList(list(dialog, /Told apart by/), 'interior');
      await chooseInList(list(dialog, /Lines, wall becomes/), 'Wall');
    },
    async (data) => {
      expect(storedOf(data, 'wall')).toHaveLength(70);
    },
  );
});
