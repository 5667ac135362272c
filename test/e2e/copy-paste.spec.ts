import path from 'node:path';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';
import { planInFile } from '../support/plan-in-file.ts';

test('what is copied is pasted at the pointer, in place, and into another plan; strange texts are refused', async () => {
  const data = newDataFolder();
  const app = await AppDriver.launch(data);
  await app.newPlan('Harbor depot');
  await app.key('p');
  await app.click({ x: 10, y: 10 });
  await app.key('Escape');
  await app.key('Control+a');
  await app.key('Control+c');
  await app.move({ x: 20, y: 14 });
  await app.page.keyboard.press('Control+v');
  await expect(app.page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
  await app.key('Control+Shift+v');
  await app.saved();
  const first = path.join(data, 'first.sallyport');
  await app.exportTo(first, 'Plan file');
  const posts = [...(await planInFile(first)).plan.tables.post.values()];
  expect(posts.map(({ tag }) => tag).sort()).toEqual(['GP-1', 'GP-2', 'GP-3']);
  expect(posts.filter(({ at }) => at.x === 10 && at.y === 10)).toHaveLength(2);
  const pasted = posts.find(({ tag }) => tag === 'GP-2');
  expect(Math.hypot((pasted?.at.x ?? 0) - 20, (pasted?.at.y ?? 0) - 14)).toBeLessThan(0.1);

  await app.app.evaluate(({ clipboard }) => clipboard.writeText('{"sallyport":"clipboard","format":1,"rec'));
  await app.key('Control+v');
  await expect(app.messages.getByText('The clipboard is damaged')).toBeVisible();
  await app.app.evaluate(({ clipboard }) => clipboard.writeText('A shopping list'));
  await app.key('Control+v');
  await expect(app.messages.getByText('copy records first')).toBeVisible();

  await app.key('Control+a');
  await app.key('Control+x');
  await app.page.getByRole('button', { name: 'Sites' }).click();
  await app.newPlan('Elsewhere');
  await app.key('Control+Shift+v');
  await app.saved();
  const second = path.join(data, 'second.sallyport');
  await app.exportTo(second, 'Plan file');
  const carried = [...(await planInFile(second)).plan.tables.post.values()];
  expect(carried.map(({ tag, at }) => [tag, at.x]).sort()).toHaveLength(3);
  expect(carried.map(({ tag }) => tag).sort()).toEqual(['GP-1', 'GP-2', 'GP-3']);
  expect(app.complaints).toEqual([]);
  await app.close();
});
