import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newDataFolder } from '../../driver/app-driver.ts';
import { type Look, Session } from './session.ts';

const sites = ['Alder Street Courthouse', 'Border Station North', 'Records Center', 'Veterans Clinic'];

/** The list of sites: empty, asking for a new one, full, and with nothing found. */
export async function takeHome(look: Look): Promise<void> {
  const session = await Session.open(look, newDataFolder());
  const { driver } = session;
  const { page } = driver;
  await session.take('home-empty');
  for (const [index, site] of sites.entries()) {
    await page.getByRole('button', { name: 'New site' }).first().click();
    await page.getByLabel('Site', { exact: true }).fill(site);
    if (index === 0) await session.take('dialog-new-site');
    await page.getByRole('button', { name: 'Create' }).click();
    await driver.canvas.waitFor();
    await driver.key('Control+Shift+h');
    await page.getByRole('heading', { name: 'Sites' }).waitFor();
  }
  await page.getByRole('button', { name: 'Open the sample site' }).click();
  await driver.canvas.waitFor();
  await driver.key('Control+Shift+h');
  await page.getByRole('heading', { name: 'Sites' }).waitFor();
  await session.take('home-full');
  await page.getByRole('searchbox').fill('nothing of that name');
  await session.take('home-nothing-found');
  await session.close();
}

/** What stands there when the database cannot be read. */
export async function takeDamaged(look: Look): Promise<void> {
  const data = newDataFolder();
  const first = await Session.open(look, data);
  await first.driver.newPlan('Harbor depot');
  await first.driver.saved();
  await first.close();
  mkdirSync(data, { recursive: true });
  writeFileSync(path.join(data, 'sallyport.db'), 'This is not a database. '.repeat(400));
  const session = await Session.open(look, data);
  await session.driver.page.getByRole('button', { name: 'Restore' }).first().waitFor();
  await session.take('error-damaged-database');
  await session.driver.close();
}
