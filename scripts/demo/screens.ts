// Pictures of everything the window can show, in both themes and three sizes, below out/screens/.
// `npm run screens -- 1280` makes those of one size only.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { newDataFolder } from '../driver/app-driver.ts';
import { addFloorPlan, placeFloorPlan } from './floor-plan.ts';
import { takeDialogs, takeMessages } from './screens/dialogs.ts';
import { takeDamaged, takeHome } from './screens/home.ts';
import { takeInspectors, takePanels } from './screens/panels.ts';
import { type Look, Session } from './screens/session.ts';
import { takeTools } from './screens/tools.ts';

const looks: readonly Look[] = [
  { name: '1280', width: 1280, height: 720, scale: 1 },
  { name: '1920', width: 1920, height: 1080, scale: 1 },
  { name: '200-percent', width: 1920, height: 1080, scale: 2 },
];

async function takeSmallPlan(look: Look): Promise<void> {
  const session = await Session.open(look, newDataFolder());
  await session.driver.newPlan('Harbor depot');
  await session.take('plan-empty');
  await takePanels(session, 'empty');
  await takeTools(session);
  await session.close();
}

async function takeSampleSite(look: Look): Promise<void> {
  const session = await Session.open(look, newDataFolder());
  const { driver } = session;
  await driver.page.getByRole('button', { name: 'Open the sample site' }).first().click();
  await driver.canvas.waitFor();
  await session.take('plan-sample');
  await takeContrast(session);
  await takeEditor(session);
  await takeDialogs(session);
  await takeCalibration(session);
  await takePanels(session, 'full');
  await takeInspectors(session);
  await takeMessages(session);
  await takeMarking(session);
  await session.close();
}

/** The same in high contrast. */
async function takeContrast(session: Session): Promise<void> {
  const { page } = session.driver;
  await page.emulateMedia({ contrast: 'more' });
  await session.take('plan-sample-high-contrast');
  await page.emulateMedia({ contrast: null });
}

/** Layers that a planner puts aside while working on the perimeter. */
const asideLayers = ['Lighting', 'Alarms and access', 'Ground floor devices', 'Patrols', 'Notes'];

/** A camera chosen on the plan, for the README. */
async function takeEditor(session: Session): Promise<void> {
  const { driver } = session;
  await session.openTab('Layers');
  for (const name of asideLayers) {
    const row = driver.page
      .locator('[data-row]')
      .filter({ has: driver.page.locator(`input[value="${name}"]`) });
    await row.getByRole('button', { name: 'Show this layer' }).click();
  }
  await session.openTab('Outline');
  await driver.page.getByRole('searchbox').fill('C-02');
  await driver.page.locator('tr[data-id^="camera:"]').first().click();
  await driver.page.getByRole('searchbox').fill('');
  await session.openTab('Catalogue');
  await driver.move({ x: 36, y: 12 });
  await driver.page.mouse.wheel(0, -660);
  await driver.settled();
  await session.take('editor');
  for (const _ of asideLayers) await driver.key('Control+z');
  await driver.key('Control+0');
  await driver.key('Escape');
}

/** The floor plan under the drawing, from its two points to its inspector. */
async function takeCalibration(session: Session): Promise<void> {
  const { driver } = session;
  const { left, right } = await addFloorPlan(driver);
  await driver.key('F9');
  await driver.clickClosely(left, 50);
  await driver.key('Control+0');
  await driver.move(right);
  await session.take('tool-calibrate');
  await driver.clickClosely(right, 50);
  await session.take('tool-calibrate-distance');
  await driver.typeLength('40');
  await placeFloorPlan(driver);
  await driver.key('Escape');
  await driver.key('F9');
  await driver.key('Control+0');
}

async function takeMarking(session: Session): Promise<void> {
  const { driver } = session;
  await driver.key('Escape');
  await driver.page.getByLabel('Marking').fill('CUI//PHYS');
  await driver.page.keyboard.press('Enter');
  await session.take('marking');
  await driver.key('Control+\\');
  await session.take('panels-hidden');
  await driver.saved();
}

async function takeCampus(look: Look): Promise<void> {
  const data = newDataFolder();
  const file = path.join(data, 'campus.sallyport');
  const cli = path.resolve('electron/cli/main.ts');
  execFileSync(process.execPath, [cli, 'new', '--reference', 'campus', '--out', file]);
  const session = await Session.open(look, data, file);
  await session.driver.canvas.waitFor();
  await session.driver.page.waitForTimeout(2500);
  await session.driver.key('Control+0');
  await session.driver.page.waitForTimeout(1500);
  await session.take('plan-campus');
  await takeExporting(session, path.join(data, 'campus.pdf'));
  await session.close();
}

/** The export of a large plan on its way, and given up. */
async function takeExporting(session: Session, file: string): Promise<void> {
  const { driver } = session;
  const { page } = driver;
  await driver.answerDialogs({ save: file });
  await page.getByRole('button', { name: 'Issue layout' }).click();
  await page.getByRole('menuitem', { name: 'PDF sheet' }).click();
  const progress = page.getByRole('region', { name: 'Writing the export' });
  await progress.waitFor();
  await session.take('message-exporting');
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await driver.messages.getByText('The export was cancelled.').waitFor();
  await progress.waitFor({ state: 'detached' });
}

const wanted = process.argv.slice(2);
for (const look of looks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  for (const theme of ['light', 'dark'])
    rmSync(path.resolve('out/screens', `${look.name}-${theme}`), { recursive: true, force: true });
  await takeHome(look);
  await takeSmallPlan(look);
  await takeSampleSite(look);
  await takeCampus(look);
  await takeDamaged(look);
  process.stdout.write(`out/screens: ${look.name} done\n`);
}
