import path from 'node:path';
import { AppDriver, newDataFolder } from '../driver/app-driver.ts';
import { bollardPerimeter } from './bollard-perimeter.ts';
import { cameraRun, fenceOf300Metres } from './camera-run.ts';
import { drawFloor, emptyFloor, finishedFloor, moveWall } from './floor.ts';
import type { Effort, Step } from './keystroke-level.ts';
import { Person } from './person.ts';
import { wholeJob } from './whole-job.ts';

/** A standard job of a planner: what it is held to, and how it is done in the window. */
export type Job = {
  readonly id: string;
  readonly title: string;
  readonly budgetSeconds: number;
  /** What is on the plan before the counting begins. */
  readonly prepare?: (person: Person) => Promise<void>;
  readonly run: (person: Person, folder: string) => Promise<void>;
};

export const jobs: readonly Job[] = [
  {
    id: 'floor',
    title: 'A 40 × 25 m floor with 10 rooms, 12 doors, 20 windows, all dimensions given',
    budgetSeconds: 180,
    prepare: emptyFloor,
    run: drawFloor,
  },
  {
    id: 'cameras',
    title: '30 cameras along a 300 m fence, the first at 5 m, then every 10 m, turned outward, tagged',
    budgetSeconds: 30,
    prepare: fenceOf300Metres,
    run: cameraRun,
  },
  {
    id: 'bollards',
    title: 'A 200 m perimeter of bollards at 1.2 m with two gates',
    budgetSeconds: 45,
    prepare: emptyFloor,
    run: bollardPerimeter,
  },
  {
    id: 'move-wall',
    title: 'One wall of that floor moved by 0.4 m with everything on it',
    budgetSeconds: 5,
    prepare: finishedFloor,
    run: moveWall,
  },
  {
    id: 'whole',
    title: 'From the picture of a floor plan to the printed sheet of its site',
    budgetSeconds: 3600,
    run: (person, folder) => wholeJob(person, path.join(folder, 'sheet.pdf')),
  },
];

export type DoneJob = { readonly total: Effort; readonly steps: readonly Step[]; readonly folder: string };

/** Does a job in the real application on an empty folder; the plan it made is in `plan.sallyport` there. */
export async function doJob(job: Job): Promise<DoneJob> {
  const folder = newDataFolder();
  const driver = await AppDriver.launch(folder);
  await driver.page.setViewportSize({ width: 1920, height: 1080 });
  const person = new Person(driver);
  await job.prepare?.(person);
  await job.run(person, folder);
  await driver.saved();
  await driver.exportTo(path.join(folder, 'plan.sallyport'), 'Plan file');
  await driver.close();
  if (driver.complaints.length > 0)
    throw new Error(`The window complained: ${driver.complaints.join(' | ')}`);
  return { total: person.effort.total, steps: person.effort.steps, folder };
}

/** The row of a job in the table of the README. */
export function tableRow({ title, budgetSeconds }: Job, { total }: DoneJob): string {
  const { keystrokes, clicks, drags, seconds } = total;
  const cells = [title, keystrokes, clicks, drags, `${seconds.toFixed(1)} s`, `${budgetSeconds} s`];
  return `| ${cells.join(' | ')} |`;
}
