import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';
import { planInFile } from '../support/plan-in-file.ts';
import { sample } from '../support/samples.ts';

type Px = { readonly x: number; readonly y: number };
type Annotation = {
  levels: {
    L1: {
      vertices: [number, number, ...unknown[]][];
      walls: [number, number, unknown][];
      doors: [number, number, unknown][];
      measurements: [number, number, { distance: [number, number] }][];
    };
  };
};

const WIDTH_PX = 3047;
const HEIGHT_PX = 1717;
const CLOSE = 400;

const distance = (a: Px, b: Px) => Math.hypot(a.x - b.x, a.y - b.y);

test('a real floor plan is calibrated and drawn over, protected, saved, reopened and issued', async () => {
  const annotation = parse(readFileSync(sample('images', 'rmf_office.building.yaml'), 'utf8')) as Annotation;
  const { vertices, walls, doors, measurements } = annotation.levels.L1;
  const pixel = (index: number): Px => ({ x: vertices[index]?.[0] ?? 0, y: vertices[index]?.[1] ?? 0 });
  expect([walls.length, doors.length, measurements.length]).toEqual([33, 3, 3]);
  const [one, two, third] = measurements;
  if (!one || !two || !third) throw new Error('The annotation has three measurements.');

  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  await driver.newPlan('Office');
  const centre = ((await driver.canvas.getAttribute('data-centre')) ?? '').split(',').map(Number);
  await driver.addPicture(sample('images', 'rmf_office_3047x1717.png'));
  // Before it is calibrated a pixel is a centimetre, and the picture lies under the middle of the drawing.
  const rough = ({ x, y }: Px) => ({
    x: (centre[0] ?? 0) + (x - WIDTH_PX / 2) * 0.01,
    y: (centre[1] ?? 0) + (HEIGHT_PX / 2 - y) * 0.01,
  });
  await driver.key('F9');
  const [a, b] = [pixel(third[0]), pixel(third[1])];
  await driver.clickClosely(rough(a), CLOSE);
  await driver.clickClosely(rough(b), CLOSE);
  await driver.typeLength('20.089');
  await driver.saved();

  const early = path.join(data, 'calibrated.sallyport');
  await driver.exportTo(early, 'Plan file');
  const [underlay] = [...(await planInFile(early)).plan.tables.underlay.values()];
  if (!underlay) throw new Error('The picture is not in the plan.');
  for (const [from, to, { distance: truth }] of [one, two]) {
    const measured = distance(pixel(from), pixel(to)) * underlay.metresPerPixel;
    expect(Math.abs(measured / truth[1] - 1)).toBeLessThan(0.003);
  }
  const metres = ({ x, y }: Px) => ({
    x: underlay.at.x + x * underlay.metresPerPixel,
    y: underlay.at.y + (HEIGHT_PX - y) * underlay.metresPerPixel,
  });

  await driver.key('w');
  for (const [from, to] of [...walls, ...doors]) {
    await driver.clickClosely(metres(pixel(from)), CLOSE);
    await driver.clickClosely(metres(pixel(to)), CLOSE);
    await driver.key('Enter');
  }
  await driver.key('d');
  for (const [from, to] of doors) {
    const [start, end] = [metres(pixel(from)), metres(pixel(to))];
    await driver.clickClosely({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }, CLOSE / 2);
  }
  await driver.key('Control+0');
  await driver.settled();
  const middle = metres({ x: WIDTH_PX / 2, y: HEIGHT_PX / 2 });
  const beside = (x: number, y: number) => ({ x: middle.x + x, y: middle.y + y });
  await driver.key('c');
  for (let index = 0; index < 6; index++)
    await driver.drag(beside(index * 3 - 8, 0), beside(index * 3 - 7, 2));
  await driver.key('j');
  for (const y of [-6, -6.6]) {
    await driver.click(beside(-6, y));
    await driver.click(beside(6, y));
  }
  await driver.key('p');
  await driver.drag(beside(1, -4), beside(3, -4));
  await driver.saved();
  expect(driver.complaints).toEqual([]);
  await driver.close();

  const again = await AppDriver.launch(data);
  await again.openPlan('Security layout');
  const file = path.join(data, 'office.sallyport');
  await again.exportTo(file, 'Plan file');
  await again.exportTo(path.join(data, 'office.pdf'), 'PDF sheet');
  await again.close();

  const { plan, attachments } = await planInFile(file);
  expect(attachments.size).toBe(1);
  expect([plan.tables.wall.size, plan.tables.opening.size, plan.tables.camera.size]).toEqual([36, 3, 6]);
  expect([plan.tables.barrier.size, plan.tables.post.size]).toEqual([2, 1]);
  const drawn = [...plan.tables.wall.values()];
  for (const [from, to] of [...walls, ...doors]) {
    const [start, end] = [metres(pixel(from)), metres(pixel(to))];
    const gap = (wall: (typeof drawn)[number]) =>
      Math.min(
        Math.max(distance(wall.a, start), distance(wall.b, end)),
        Math.max(distance(wall.b, start), distance(wall.a, end)),
      );
    const nearest = drawn.reduce((best, wall) => (gap(wall) < gap(best) ? wall : best));
    expect(gap(nearest)).toBeLessThan(0.02);
    const length = distance(start, end);
    expect(Math.abs(distance(nearest.a, nearest.b) - length)).toBeLessThan(Math.max(0.01, length * 0.005));
  }
});
