import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Plan } from '../../core/plan/plan.ts';
import { doJob, jobs, tableRow } from '../../scripts/jobs/jobs.ts';
import { planInFile } from '../support/plan-in-file.ts';

/** How many records of each kind a job has to leave. */
const results: { readonly [Id in string]: Readonly<Record<string, number>> } = {
  floor: { wall: 14, opening: 32 },
  bollards: { fence: 1, gate: 2, bollards: 2 },
  'move-wall': { wall: 14, opening: 32 },
  cameras: { fence: 1, camera: 30 },
  whole: {
    underlay: 1,
    propertyLine: 1,
    building: 1,
    wall: 32,
    opening: 30,
    fence: 2,
    gate: 4,
    road: 9,
    parking: 1,
    barrier: 13,
    bollards: 4,
    camera: 16,
    post: 4,
  },
};

/** What else must be true of the plan. */
const checks: { readonly [Id in string]: (plan: Plan) => void } = {
  'move-wall': ({ tables }) => {
    const ends = [...tables.wall.values()].flatMap(({ a, b }) => [a, b]);
    const atHeight = (height: number) => ends.filter(({ y }) => Math.abs(y - height) < 0.001).length;
    // Both ends of the wall itself, and of the four that meet it from below.
    expect([atHeight(11), atHeight(11.4)]).toEqual([0, 6]);
  },
  cameras: ({ tables }) => {
    const cameras = [...tables.camera.values()].sort((first, second) => first.at.x - second.at.x);
    expect(new Set(cameras.map(({ tag }) => tag)).size).toBe(30);
    const [fence] = tables.fence.values();
    const start = fence?.path[0]?.x ?? 0;
    for (const [index, { at }] of cameras.entries()) expect(at.x - start).toBeCloseTo(5 + 10 * index, 3);
  },
};

for (const job of jobs) {
  test(`job: ${job.title}`, async () => {
    test.setTimeout(180_000);
    const done = await doJob(job);
    const { total, folder } = done;
    expect(readFileSync('README.md', 'utf8')).toContain(tableRow(job, done));
    expect(total.seconds).toBeLessThanOrEqual(job.budgetSeconds);
    const { plan } = await planInFile(path.join(folder, 'plan.sallyport'));
    const counts = Object.entries(results[job.id] ?? {}).map(([kind]) => {
      return [kind, plan.tables[kind as keyof typeof plan.tables].size];
    });
    expect(Object.fromEntries(counts)).toEqual(results[job.id]);
    checks[job.id]?.(plan);
  });
}
