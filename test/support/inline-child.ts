import { setImmediate } from 'node:timers';
import type { JobContext, Work } from '../../electron/jobs/job.ts';
import type { StartJobChild } from '../../electron/jobs/job-child.ts';
import type { FromJob } from '../../electron/jobs/job-message.ts';
import { type JobName, jobTable } from '../../electron/jobs/job-table.ts';

/**
 * Does the work of a job in the test's own process, without the seconds that another one takes to begin: what goes
 * to and fro is copied as between processes, and after its end nothing is heard of it.
 */
export const startInlineChild: StartJobChild = ({ hear }) => {
  let isOver = false;
  let taken: () => void = () => undefined;
  const say = (message: FromJob) => {
    const copied = structuredClone(message);
    setImmediate(() => {
      if (!isOver) hear(copied);
    });
  };
  const context: JobContext<unknown> = {
    progress: (done, doing) => say({ type: 'progress', done, doing: doing ?? null }),
    give: (part) =>
      new Promise((resolve) => {
        taken = resolve;
        say({ type: 'part', part });
      }),
  };
  const work = async (name: JobName, request: unknown) => {
    const run = (await jobTable[name].load()) as Work<unknown, unknown, unknown>;
    say({ type: 'answer', answer: await run(structuredClone(request), context) });
  };
  return {
    tell: (message) => {
      if (message.type === 'taken') taken();
      else void work(message.name as JobName, message.request);
    },
    kill: () => {
      isOver = true;
    },
    residentBytes: () => 0,
  };
};
