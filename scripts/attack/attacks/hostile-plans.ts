import path from 'node:path';
import type { Plan } from '../../../core/plan/plan.ts';
import type { Attack, AttackRun } from '../attack.ts';
import { exportByCommand } from '../hostile/exported.ts';
import { mixedPlan } from '../hostile/hostile-plans.ts';
import { makingOf } from '../hostile/hostile-records.ts';
import { namedPlans } from '../hostile/named-plans.ts';
import { PlanWindow, type Step, writePlanFile } from '../hostile/plan-window.ts';

/** What no task of the window may take, whatever the plan. */
const HANG_MS = 2000;
/** What none may take with a plan that is made so that one thing costs as much as it can. */
const NAMED_MS = 200;

const SHORT = ['a chain dimension'];

/** Plans that are valid and as costly as can be are opened, fitted, zoomed, pointed at and exported. */
export const hostilePlans: Attack = {
  name: 'hostile-plans',
  forms: ['short', 'long'],
  failedOn: '59a65ef',
  run: async (run) => {
    const isLong = run.form === 'long';
    const named = namedPlans.filter(({ name }) => isLong || SHORT.some((start) => name.startsWith(start)));
    let window = await PlanWindow.open();
    for (const { name, make } of named)
      window = await survived(window, { name, plan: make(), most: NAMED_MS }, run);
    for (let number = 1; number <= (isLong ? 12 : 0); number++) {
      const plan = mixedPlan(400, makingOf(run.random, 2000));
      window = await survived(window, { name: `mixed ${number}`, plan, most: HANG_MS }, run);
    }
    await window.close();
  },
};

type Case = { readonly name: string; readonly plan: Plan; readonly most: number };

/** Tries a plan; the window it was tried in, or another one where that was lost. */
async function survived(window: PlanWindow, tried: Case, run: AttackRun): Promise<PlanWindow> {
  try {
    await inWindow(window, tried, run);
  } catch (error) {
    run.failed(`${tried.name}: the window was lost (${String(error).slice(0, 200)})`);
    window.driver.app.process().kill('SIGKILL');
    return PlanWindow.open();
  }
  if (run.form === 'long') await inFiles(window, tried, run);
  return window;
}

async function inWindow(window: PlanWindow, { name, plan, most }: Case, run: AttackRun): Promise<void> {
  const check = (what: string, { longestMs, noise, complaints }: Step, bound: number) => {
    run.tried();
    for (const complaint of complaints.filter((text) => !isMissingPicture(text)))
      run.failed(`${name}, ${what}: ${complaint.slice(0, 200)}`);
    if (longestMs > bound * noise)
      run.failed(
        `${name}, ${what}: ${longestMs} ms at a stretch, on a machine ${noise.toFixed(1)} times slower`,
      );
  };
  check('opened', await window.show(plan, name), HANG_MS);
  check('fitted', await window.fit(), most);
  for (const factor of [1 / 3, 4, 12])
    check(`zoomed by ${factor.toFixed(1)}`, await window.zoom(factor), most);
  check('panned', await window.pan(), most);
  check('pointed at', await window.point(), most);
}

/** The files hold no pictures: what stands for one asks for it all the same. */
const isMissingPicture = (complaint: string) => complaint.includes('404 (Not Found)');

/** Each format, at what fits and close up: a valid plan has to be written, whatever there is to be said of it. */
async function inFiles(window: PlanWindow, { name, plan }: Case, run: AttackRun): Promise<void> {
  const file = await writePlanFile(window.folder, plan, name);
  for (const format of ['svg', 'pdf', 'png', 'csv', 'geojson']) {
    const out = path.join(window.folder, `out.${format}`);
    const close = ['svg', 'pdf', 'png'].includes(format) ? [[], ['--scale', '1:50']] : [[]];
    for (const more of close) {
      run.tried();
      const { code, said, seconds } = await exportByCommand(file, format, out, ...more);
      if (code !== 0)
        run.failed(
          `${name} as ${format} ${more.join(' ')} after ${seconds.toFixed(0)} s: ${said.slice(0, 200)}`,
        );
    }
  }
}
