import { allRecords } from '../../core/plan/plan.ts';
import { keyToPaint, plainPass } from './mass-in-page.ts';
import { type OpenedPlan, openReference } from './open-plan.ts';
import { type BenchResult, median, ratioFigure } from './result.ts';

const RUNS = 7;
/** How many times as long as one plain pass over all records an edit of all of them may take to be seen. */
export const MOST_PASSES = 6;

const keys = {
  'arrow key': { key: 'ArrowRight' },
  undo: { key: 'z', ctrlKey: true },
  redo: { key: 'y', ctrlKey: true },
} as const;
type MassEdit = keyof typeof keys;

type MassTimes = { readonly [E in MassEdit]: readonly number[] } & {
  readonly pass: readonly number[];
};

/**
 * Milliseconds from a key to the paint of an edit of everything on the plan that is open, and of a pass that
 * does nothing but copy every record and shift its points, in the same window and by turns.
 */
export async function massTimes({ driver, plan }: OpenedPlan, runs = RUNS): Promise<MassTimes> {
  const { page } = driver;
  const times = { 'arrow key': [], undo: [], redo: [], pass: [] } as { [E in MassEdit | 'pass']: number[] };
  await page.evaluate((records) => Object.assign(globalThis, { plainRecords: records }), [
    ...allRecords(plan),
  ] as unknown[]);
  await driver.key('Control+a');
  await driver.settled();
  for (let run = 0; run < runs; run++) {
    for (const edit of Object.keys(keys) as MassEdit[]) {
      times[edit].push(await page.evaluate(keyToPaint, keys[edit]));
      times.pass.push(await page.evaluate(plainPass));
      // What follows the paint, and the way to the disk, are over before the next one.
      await driver.saved(60_000);
      // Longer than two nudges may lie apart to be one step.
      await page.waitForTimeout(1200);
    }
  }
  return times;
}

/** An arrow key on the whole campus plan, and taking it back and forth, against one pass over its records. */
export async function benchMass(): Promise<readonly BenchResult[]> {
  const opened = await openReference('campus');
  const times = await massTimes(opened);
  await opened.driver.close();
  const reference = median(times.pass);
  return (Object.keys(keys) as MassEdit[]).map((edit) =>
    ratioFigure(
      `${edit} on all, event to paint against one plain pass`,
      'campus',
      { value: median(times[edit]), reference },
      { type: 'at-most', ratio: MOST_PASSES },
    ),
  );
}
