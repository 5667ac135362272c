// What the standard jobs cost a person, counted in the real application: `npm run jobs`.
import { doJob, jobs, tableRow } from './jobs.ts';

process.stdout.write(
  '| Job | Keys | Clicks | Drags | Takes | Allowed |\n| --- | --: | --: | --: | --: | --: |\n',
);
for (const job of jobs) {
  const done = await doJob(job);
  process.stdout.write(`${tableRow(job, done)}\n`);
  if (job.id !== 'whole') continue;
  const dearest = [...done.steps].sort((first, second) => second.seconds - first.seconds).slice(0, 10);
  for (const { name, seconds } of dearest)
    process.stdout.write(`|   ${name} | | | | ${seconds.toFixed(0)} s | |\n`);
}
