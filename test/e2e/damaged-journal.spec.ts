import path from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

test('a damaged step of the journal ends undo there with a sentence; the plan opens and is worked on', async () => {
  const data = newDataFolder();
  const first = await AppDriver.launch(data);
  await first.newPlan('Harbor depot');
  for (const y of [3, 6, 9]) {
    await first.key('c');
    await first.drag({ x: 5, y }, { x: 9, y });
    await first.saved();
  }
  await first.close();

  const db = new Database(path.join(data, 'sallyport.db'));
  db.exec('UPDATE change SET checksum = checksum + 1 WHERE seq = 2');
  const cameras = () => db.prepare(`SELECT count(*) FROM record WHERE kind = 'camera'`).pluck().get();

  const second = await AppDriver.launch(data);
  await second.openPlan('Security layout');
  await second.key('Control+z');
  await expect.poll(cameras).toBe(2);
  await second.key('Control+z');
  await expect(second.page.getByText('Undo stops here: the change before this is damaged')).toBeVisible();
  if (process.env.SALLYPORT_PICTURES) {
    await second.page.screenshot({ path: path.join(process.env.SALLYPORT_PICTURES, 'undo-stops.png') });
  }
  await second.key('c');
  await second.drag({ x: 5, y: 7.5 }, { x: 6, y: 7.5 });
  await second.saved();
  expect(cameras()).toBe(3);
  expect(second.complaints).toEqual([]);
  db.close();
  await second.close();
});
