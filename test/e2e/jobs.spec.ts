import path from 'node:path';
import { expect, test } from '@playwright/test';
import { doJob, jobs } from '../../scripts/jobs/jobs.ts';
import { planInFile } from '../support/plan-in-file.ts';

/** How many records of each kind a job has to leave. */
const results: { readonly [Id in string]: Readonly<Record<string, number>> } = {
  cameras: { fence: 1, camera: 30 },
  whole: {
    ...{ underlay: 1, propertyLine: 1, building: 1, wall: 32, opening: 30, fence: 2, gate: 4, road: 8 },
    ...{ parking: 1, barrier: 12, bollards: 4, camera: 16, post: 4 },
  },
};

for (const job of jobs) {
  test(`job: ${job.title}`, async () => {
    test.setTimeout(180_000);
    const { total, folder } = await doJob(job);
    expect(total.seconds).toBeLessThanOrEqual(job.budgetSeconds);
    const { plan } = await planInFile(path.join(folder, 'plan.sallyport'));
    const counts = Object.entries(results[job.id] ?? {}).map(([kind]) => {
      return [kind, plan.tables[kind as keyof typeof plan.tables].size];
    });
    expect(Object.fromEntries(counts)).toEqual(results[job.id]);
  });
}
