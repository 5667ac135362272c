// The main job, unattended, in the real application: writes what it made below out/demo/.
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppDriver, newDataFolder } from '../driver/app-driver.ts';
import { addFloorPlan, placeFloorPlan } from './floor-plan.ts';

const out = path.resolve('out/demo');
const screens = path.join(out, 'screens');
rmSync(out, { recursive: true, force: true });
mkdirSync(screens, { recursive: true });

const data = newDataFolder();
let driver = await AppDriver.launch(data);
let number = 0;

async function picture(name: string): Promise<void> {
  await driver.settled();
  number++;
  await driver.page.screenshot({
    path: path.join(screens, `${String(number).padStart(2, '0')}-${name}.png`),
  });
}

await picture('home-empty');
await driver.page.getByRole('button', { name: 'Open the sample site' }).click();
await driver.canvas.waitFor();
await picture('sample-site');

// The floor plan is put under the drawing and calibrated by the front of the building, 40 m.
const front = await addFloorPlan(driver);
await driver.key('F9');
await driver.clickClosely(front.left, 50);
await driver.clickClosely(front.right, 50);
await picture('calibrating');
await driver.typeLength('40');
await driver.saved();
await placeFloorPlan(driver);
await driver.key('Escape');
await driver.key('Control+0');
await driver.settled();

await driver.key('w');
await driver.click({ x: 66, y: 40 });
await driver.click({ x: 66, y: 46 });
await driver.key('Enter');
await driver.key('f');
await driver.click({ x: 4, y: 62 });
await driver.click({ x: 40, y: 62 });
await driver.key('Enter');
await driver.key('g');
await driver.click({ x: 22, y: 62 });
await driver.key('j');
await driver.click({ x: 54, y: 52 });
await driver.click({ x: 60, y: 52 });
await driver.key('y');
await driver.click({ x: 30, y: 52 });
await driver.click({ x: 40, y: 52 });
await driver.key('c');
await driver.drag({ x: 8, y: 50 }, { x: 12, y: 54 });
await driver.drag({ x: 54, y: 40 }, { x: 58, y: 44 });
await driver.drag({ x: 60, y: 30 }, { x: 64, y: 30 });
await driver.key('p');
await driver.drag({ x: 44, y: 52 }, { x: 44, y: 56 });
await picture('placed');
await driver.key('Control+z');
await driver.key('Control+Shift+z');
await driver.key('v');
await driver.saved();
await driver.close();

driver = await AppDriver.launch(data);
await picture('home');
await driver.openPlan('Perimeter upgrade');
await picture('reopened');
await driver.exportTo(path.join(out, 'site.sallyport'), 'Plan file');
await driver.exportTo(path.join(out, 'sheet.pdf'), 'PDF sheet');
await driver.exportTo(path.join(out, 'plan.png'), 'PNG picture');
await driver.exportTo(path.join(out, 'schedule.csv'), 'Equipment schedule');
await picture('issued');
await driver.close();
copyFileSync(path.join(data, 'sallyport.db'), path.join(out, 'sallyport.db'));

if (driver.complaints.length > 0) throw new Error(`The window complained: ${driver.complaints.join(' | ')}`);
process.stdout.write('The demo wrote to out/demo:\n');
for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' }).sort()) {
  const file = path.join(out, name);
  if (statSync(file).isFile()) process.stdout.write(`  ${name} (${statSync(file).size} bytes)\n`);
}
