import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodePlan } from '../../core/codec/plan-file.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { type ReferenceName, referencePlan } from '../../core/reference/reference-plan.ts';
import { packArchive } from '../../electron/files/plan-archive.ts';
import { AppDriver, newDataFolder } from '../driver/app-driver.ts';

export type OpenedPlan = { readonly driver: AppDriver; readonly plan: Plan; readonly data: string };

/** The application with a reference plan, changed as asked, stored and shown as a whole. */
export async function openReference(
  name: ReferenceName,
  change: (plan: Plan) => Plan = (plan) => plan,
): Promise<OpenedPlan> {
  const data = newDataFolder();
  const { plan: reference, planId } = referencePlan(name, 1);
  const plan = change(reference);
  const parcel = { planId, planName: name, siteName: name, plan, attachments: new Map<string, Uint8Array>() };
  const file = path.join(data, `${name}.sallyport`);
  writeFileSync(file, await packArchive(encodePlan(parcel, '0.0.0')));
  const driver = await AppDriver.launch(data);
  await driver.page.setViewportSize({ width: 1920, height: 1080 });
  await driver.answerDialogs({ open: file });
  await driver.page.getByRole('button', { name: 'Import a plan file' }).click();
  await driver.canvas.waitFor({ timeout: 60_000 });
  await driver.page.waitForTimeout(1500);
  await driver.key('Control+0');
  await driver.page.waitForTimeout(1500);
  return { driver, plan, data };
}
