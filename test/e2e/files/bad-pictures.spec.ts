import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../../scripts/driver/app-driver.ts';
import { storedCounts, storedRecords } from '../../support/stored-records.ts';

const picture = path.resolve(import.meta.dirname, '../../../resources/sample-site/floor-plan.png');

/** A PNG of a size, with as little in it as a picture can have. */
function png(widthPx: number, heightPx: number): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    const content = Buffer.concat([Buffer.from(type), body]);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32BE(crc32(content));
    return Buffer.concat([length, content, checksum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  const signature = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');
  const parts = [chunk('IHDR', header), chunk('IDAT', Buffer.alloc(3)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

const whole = readFileSync(picture);
const scratched = Buffer.from(whole).fill(0x41, 20_000, 20_200);
const bad: readonly (readonly [name: string, bytes: Buffer, says: string])[] = [
  ['notes.png', Buffer.from('a note'), 'is not a picture this program reads. Choose a PNG or a JPEG file.'],
  ['empty.png', Buffer.alloc(0), 'is not a picture this program reads. Choose a PNG or a JPEG file.'],
  [
    'Entwurf "Süd" 2.png',
    whole.subarray(0, whole.length / 2),
    'ends before the picture does: the file is not complete. Copy it again from where it came.',
  ],
  [
    'scratched.png',
    scratched,
    'is damaged: a part of it does not match its checksum. Copy it again from where it came.',
  ],
  [
    'long.png',
    png(16_385, 10),
    'has 16,385 × 10 pixels; a side may have 16,384 at most. Make it smaller and try again.',
  ],
  [
    'large.png',
    png(12_000, 10_001),
    'has 12,000 × 10,001 pixels; 120 megapixels are the most. Make it smaller and try again.',
  ],
];

test('a bad picture is refused in one sentence, a good one is taken whatever its name', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  await driver.newPlan('Pictures');
  const before = storedRecords(data);
  const add = async (file: string) => {
    await driver.answerDialogs({ open: file });
    await driver.page.getByRole('button', { name: 'Add picture' }).click();
  };
  for (const [name, bytes, says] of bad) {
    writeFileSync(path.join(data, name), bytes);
    await add(path.join(data, name));
    await expect(driver.messages.getByText(`${name} ${says}`)).toBeVisible();
  }
  await expect(driver.page.locator('footer')).toContainText('0 records');
  await driver.saved();
  expect(storedRecords(data)).toEqual(before);
  expect(storedCounts(data).attachments).toBe(0);

  copyFileSync(picture, path.join(data, 'plan.jpg'));
  await add(path.join(data, 'plan.jpg'));
  await expect(driver.page.locator('footer')).toContainText('1 record');
  await driver.saved();
  expect(storedCounts(data).attachments).toBe(1);
  expect(driver.complaints).toEqual([]);
  await driver.close();
});

test('two points that coincide and a distance of zero calibrate nothing', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  await driver.newPlan('Calibration');
  await driver.answerDialogs({ open: picture });
  await driver.page.getByRole('button', { name: 'Add picture' }).click();
  await expect(driver.page.locator('footer')).toContainText('1 record');
  await driver.saved();
  const before = storedRecords(data);
  const [x = 0, y = 0] = ((await driver.canvas.getAttribute('data-centre')) ?? '').split(',').map(Number);

  await driver.click({ x, y });
  // Long enough after the first one not to be a double click.
  await driver.page.waitForTimeout(600);
  await driver.click({ x, y });
  await expect(driver.page.getByText('The two points coincide. Choose points far apart')).toBeVisible();

  await driver.click({ x: x + 3, y });
  await driver.typeLength('0');
  await expect(driver.page.getByText('Type a length greater than zero.')).toBeVisible();
  await driver.saved();
  expect(storedRecords(data)).toEqual(before);

  await driver.page.keyboard.press('Control+a');
  await driver.typeLength('6');
  await driver.saved();
  expect(storedRecords(data)).not.toEqual(before);
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
