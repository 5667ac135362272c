import path from 'node:path';
import { newDataFolder } from '../../driver/app-driver.ts';
import { takeRest } from './panels.ts';
import type { Session } from './session.ts';

/** The command palette, the key sheet, the sheets and the menu of what can be issued. */
export async function takeDialogs(session: Session): Promise<void> {
  const { driver } = session;
  const { page } = driver;
  await driver.key('Control+k');
  await session.take('dialog-commands');
  await page.keyboard.type('nothing of that name');
  await session.take('dialog-commands-nothing-found');
  await page.keyboard.press('Escape');
  await driver.key('F1');
  await session.take('dialog-keys');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sheet', exact: true }).click();
  await session.take('menu-sheets');
  await page.keyboard.press('Escape');
  await driver.key('F5');
  await session.take('sheet');
  await takeRest(session, 'sheet-rest');
  await page.getByRole('button', { name: 'Issue layout' }).click();
  await session.take('menu-issue');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Back to the plan' }).click();
}

/** What the window says when something was done, and when it could not be. */
export async function takeMessages(session: Session): Promise<void> {
  const { driver } = session;
  const { page } = driver;
  const folder = newDataFolder();
  await driver.exportTo(path.join(folder, 'schedule.csv'), 'Equipment schedule');
  await session.take('message-written');
  await driver.answerDialogs({ save: path.join(folder, 'no-such-folder', 'sheet.pdf') });
  await page.getByRole('button', { name: 'Issue layout' }).click();
  await page.getByRole('menuitem', { name: 'PDF sheet' }).click();
  await driver.page.waitForTimeout(2500);
  await session.take('error-not-written');
  await driver.answerDialogs({ open: path.resolve('package.json') });
  await driver.key('Control+o');
  await driver.page.waitForTimeout(500);
  await session.take('error-not-a-plan');
}
