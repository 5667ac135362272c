import path from 'node:path';
import { expect, test } from '@playwright/test';
import { samePlan } from '../../core/plan/diff.ts';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';
import { planInFile } from '../support/plan-in-file.ts';

test('what is drawn is there after closing, can be undone then, and travels in a file', async () => {
  const data = newDataFolder();
  const first = await AppDriver.launch(data);
  await first.newPlan('Harbor depot');
  await first.key('w');
  await first.click({ x: 5, y: 5 });
  await first.move({ x: 12, y: 5 });
  await first.typeLength('12.5');
  await first.click({ x: 17.5, y: 13 });
  await first.key('Escape');
  await first.key('d');
  await first.click({ x: 10, y: 5 });
  await first.key('j');
  await first.click({ x: 2, y: 1 });
  await first.click({ x: 8, y: 1 });
  await first.key('p');
  await first.drag({ x: 20, y: 10 }, { x: 20, y: 14 });
  await first.key('c');
  await first.drag({ x: 5, y: 12 }, { x: 9, y: 12 });
  await first.saved();
  const before = path.join(data, 'before.sallyport');
  await first.exportTo(before, 'Plan file');
  expect(first.complaints).toEqual([]);
  await first.close();

  const { plan } = await planInFile(before);
  const counts = Object.entries(plan.tables).map(([kind, table]) => [kind, table.size] as const);
  expect(Object.fromEntries(counts.filter(([, size]) => size > 0))).toEqual({
    settings: 1,
    floor: 1,
    layer: 3,
    wall: 2,
    opening: 1,
    barrier: 1,
    camera: 1,
    post: 1,
  });
  const ends = [...plan.tables.wall.values()].map(({ a, b }) => [a.x, a.y, b.x, b.y]);
  expect(ends).toContainEqual([5, 5, 17.5, 5]);

  const second = await AppDriver.launch(data);
  await second.openPlan('Security layout');
  const after = path.join(data, 'after.sallyport');
  await second.exportTo(after, 'Plan file');
  expect(samePlan(plan, (await planInFile(after)).plan)).toBe(true);
  await second.key('Control+z');
  await second.key('Control+z');
  await second.saved();
  const undone = path.join(data, 'undone.sallyport');
  await second.exportTo(undone, 'Plan file');
  const shorter = (await planInFile(undone)).plan;
  expect([shorter.tables.camera.size, shorter.tables.post.size, shorter.tables.barrier.size]).toEqual([
    0, 0, 1,
  ]);
  await second.key('Control+Shift+z');
  await second.saved();
  await second.close();

  const third = await AppDriver.launch(data);
  await third.openPlan('Security layout');
  await third.key('Control+y');
  await third.saved();
  const redone = path.join(data, 'redone.sallyport');
  await third.exportTo(redone, 'Plan file');
  expect(samePlan(plan, (await planInFile(redone)).plan)).toBe(true);
  await third.close();
});
