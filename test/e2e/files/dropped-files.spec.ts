import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../../scripts/driver/app-driver.ts';

const sample = (name: string): string =>
  path.resolve(import.meta.dirname, '../../../resources/sample-site', name);

/** Drops files of the disk on the drawing, as the system hands them to the page. */
async function drop({ page }: AppDriver, ...files: string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'dropping' });
    input.multiple = true;
    input.hidden = true;
    document.body.append(input);
  });
  await page.locator('#dropping').setInputFiles(files);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropping');
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('[role="application"]')?.dispatchEvent(event);
    input?.remove();
  });
}

test('all dropped files are taken: what is none is told, a plan is opened', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  await driver.newPlan('Yard');
  const note = path.join(data, 'note.png');
  writeFileSync(note, 'a note');
  await drop(driver, note, sample('harbor-street.sallyport'));
  await expect(driver.page.getByText('note.png is not a picture this program reads.')).toBeVisible();
  await expect(driver.page.getByText('Perimeter upgrade').first()).toBeVisible();
  expect(driver.complaints).toEqual([]);
  await driver.close();
});

test('script of the page names no file: neither by a path nor by a file that it made', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  const secret = path.join(data, 'secret.geojson');
  writeFileSync(secret, '{"type":"FeatureCollection","features":[]}');
  const answers = await driver.page.evaluate(async (file) => {
    const take = (window as unknown as { sallyport: Record<string, (given: unknown) => Promise<unknown>> })
      .sallyport['files.takeDropped'];
    const made = new File(['{}'], file);
    Object.defineProperty(made, 'path', { value: file });
    const like = Object.create(File.prototype, { path: { value: file }, name: { value: file } });
    const given = [file, { path: file, name: 'x' }, made, like, null];
    return Promise.all(given.map((each) => take?.(each)));
  }, secret);
  const refused = {
    ok: false,
    error: {
      code: 'refused',
      message: 'That is no file of a disk. Save it first, then drop it from its folder.',
    },
  };
  expect(answers).toEqual([refused, refused, refused, refused, refused]);
  await driver.close();
});
