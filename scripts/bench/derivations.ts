import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodePlan } from '../../core/codec/plan-file.ts';
import { newPlan } from '../../core/plan/new-plan.ts';
import { makeRecord } from '../../core/plan/parse-record.ts';
import { allRecords, inOrder, type Plan, planOf } from '../../core/plan/plan.ts';
import { Random } from '../../core/reference/random.ts';
import { packArchive } from '../../electron/files/plan-archive.ts';
import { AppDriver, newDataFolder } from '../driver/app-driver.ts';
import { type BenchResult, figure } from './result.ts';

/** What is derived from the tangle takes seconds: so many walls one way and the other, which all cross. */
const WALLS = 230;
/** The spaces between them are shafts, and no rooms: nothing is added to the plan afterwards. */
const APART = 0.7;

/** A plan whose rooms take seconds to look for, though it is small. */
function tangle(): { readonly plan: Plan; readonly planId: string } {
  const random = new Random(7);
  const empty = newPlan({
    name: 'Tangle',
    displayUnit: 'm',
    newId: (kind) => `${kind}:${random.uuid()}` as never,
  });
  const [floor, layer] = [inOrder(empty, 'floor')[0], inOrder(empty, 'layer')[0]];
  if (!floor || !layer) throw new Error('A new plan has a floor and a layer.');
  const end = WALLS * APART;
  const walls = Array.from({ length: WALLS }, (_, index) => index * APART).flatMap((at) =>
    [
      { a: { x: at, y: -1 }, b: { x: at + 0.1, y: end } },
      { a: { x: -1, y: at }, b: { x: end, y: at + 0.1 } },
    ].map((ends) => {
      const fields = { floor: floor.id, layer: layer.id, thickness: 0.15 };
      const made = makeRecord('wall', { id: `wall:${random.uuid()}`, ...fields, ...ends });
      if (!made.ok) throw new Error(made.error.message);
      return made.value;
    }),
  );
  return { plan: planOf([...allRecords(empty), ...walls]), planId: random.uuid() };
}

/** The application with the tangle shown. */
export async function openTangle(): Promise<AppDriver> {
  const data = newDataFolder();
  const { plan, planId } = tangle();
  const parcel = { planId, planName: 'Tangle', siteName: 'Tangle', plan, attachments: new Map() };
  const file = path.join(data, 'tangle.sallyport');
  writeFileSync(file, await packArchive(encodePlan(parcel, '0.0.0')));
  const driver = await AppDriver.launch(data);
  await driver.answerDialogs({ open: file });
  await driver.page.getByRole('button', { name: 'Import a plan file' }).click();
  await driver.canvas.waitFor({ timeout: 60_000 });
  await driver.page.waitForTimeout(1500);
  return driver;
}

/** Runs inside the window: the times between frames from a press of keys until the window says something. */
async function framesUntilTold() {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  const began = performance.now();
  const target = document.querySelector('[role=application]') as HTMLElement;
  const said = () => /enclose a room/.test(document.body.innerText);
  let last = await frame();
  const key = { key: 'U', code: 'KeyU', shiftKey: true, bubbles: true, cancelable: true };
  target.dispatchEvent(new KeyboardEvent('keydown', key));
  while (!said() && performance.now() - began < 120_000) {
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  return { frames, tookMs: performance.now() - began };
}

/** Looks for the rooms of the tangle, and how long frames took meanwhile. */
export function framesWhileDeriving(
  driver: AppDriver,
): Promise<{ readonly frames: readonly number[]; readonly tookMs: number }> {
  return driver.page.evaluate(framesUntilTold);
}

/** What is derived beside the window delays no frame of it. */
export async function benchDerivations(): Promise<readonly BenchResult[]> {
  const driver = await openTangle();
  const { frames, tookMs } = await framesWhileDeriving(driver);
  await driver.close();
  if (tookMs < 2000)
    throw new Error(`The derivation took ${Math.round(tookMs)} ms: too few to tell anything.`);
  return [
    figure('longest frame while something is derived for seconds', null, Math.max(...frames), 'ms', 50),
  ];
}
