import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plan } from '../../../core/plan/plan.ts';
import type { Attack, AttackRun } from '../attack.ts';
import { exportByCommand } from '../hostile/exported.ts';
import { inkShareOfPicture } from '../hostile/in-page.ts';
import { siteWithStray, wideSite } from '../hostile/named-plans.ts';
import { PlanWindow, type Step, writePlanFile } from '../hostile/plan-window.ts';

/** Less than this of a drawing is a blank one: its lines are thin, its grid is not counted. */
const LEAST_INK = 0.000_02;

type Site = {
  readonly name: string;
  readonly plan: Plan;
  /** Metres from side to side that must be in view when all of it is fitted. */
  readonly width: number;
};

const sites: readonly Site[] = [
  { name: '10 km', plan: wideSite(5000), width: 10_000 },
  { name: '30 km', plan: wideSite(15_000), width: 30_000 },
  { name: '90 km', plan: wideSite(45_000), width: 90_000 },
  { name: 'stray at 900 km', plan: siteWithStray({ x: 900_000, y: 20_000 }), width: 900_000 },
  { name: 'site at 900 km', plan: wideSite(100, { x: 900_000, y: -900_000 }), width: 200 },
  { name: '2,000 km', plan: wideSite(1_000_000), width: 2_000_000 },
];

/** Sites of any extent are drawn, fitted, zoomed, panned and printed, and the pictures are not blank. */
export const farAway: Attack = {
  name: 'far-away',
  forms: ['short', 'long'],
  failedOn: '59a65ef',
  run: async (run) => {
    const chosen = run.form === 'long' ? sites : sites.filter(({ name }) => name.startsWith('stray'));
    for (const site of chosen) {
      const window = await PlanWindow.open();
      try {
        await drawn(window, site, run);
        await printed(window, site, run);
      } catch (error) {
        run.tried();
        run.failed(`${site.name}: the drawing never came (${String(error).slice(0, 100)})`);
        for (const complaint of window.driver.complaints.slice(0, 1))
          run.failed(`${site.name}: ${complaint}`);
      }
      await window.close();
    }
  },
};

async function drawn(window: PlanWindow, { name, plan, width }: Site, run: AttackRun): Promise<void> {
  const check = async (what: string, { complaints }: Step) => {
    run.tried();
    for (const complaint of complaints) run.failed(`${name}, ${what}: ${complaint.slice(0, 200)}`);
    const ink = await window.ink();
    if (ink < LEAST_INK) run.failed(`${name}, ${what}: a blank drawing (${ink})`);
  };
  await check('opened', await window.show(plan, name));
  await check('fitted', await window.fit());
  const scale = Number(await window.driver.canvas.getAttribute('data-scale'));
  const shown = 1920 / scale;
  if (!(shown >= width)) run.failed(`${name}, fitted: ${shown.toFixed(0)} m of ${width} are in view`);
  for (const factor of [1 / 2, 1.5, 2]) await check(`zoomed by ${factor}`, await window.zoom(factor));
  // Past the edge of what is painted, and back to all of it.
  const { complaints } = await window.pan();
  for (const complaint of complaints) run.failed(`${name}, panned: ${complaint.slice(0, 200)}`);
  await check('fitted again', await window.fit());
}

async function printed(window: PlanWindow, { name, plan }: Site, run: AttackRun): Promise<void> {
  const file = await writePlanFile(window.folder, plan, name);
  const formats = run.form === 'long' ? ['png', 'pdf', 'svg'] : ['png'];
  for (const format of formats) {
    run.tried();
    const out = path.join(window.folder, `${name}.${format}`);
    const { code, said, seconds } = await exportByCommand(file, format, out);
    if (code !== 0) run.failed(`${name} as ${format} after ${seconds.toFixed(0)} s: ${said.slice(0, 200)}`);
    else if (format === 'png') await looksPrinted(window, { name, out }, run);
  }
}

/** The frame and title block of a sheet alone are not a drawing: they are as much ink as an empty plan has. */
async function looksPrinted(
  window: PlanWindow,
  { name, out }: { readonly name: string; readonly out: string },
  run: AttackRun,
): Promise<void> {
  const ink = await window.driver.page.evaluate(inkShareOfPicture, readFileSync(out).toString('base64'));
  if (!(ink > 0.002)) run.failed(`${name} as png: a blank sheet (${ink})`);
}
