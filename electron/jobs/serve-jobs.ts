import type { AppError } from '../../core/contract/method.ts';
import { err, type Result } from '../../core/result.ts';
import { lockNetwork } from '../windows/network-lock.ts';
import type { Job, JobContext } from './job.ts';
import type { FromJob, ToJob } from './job-message.ts';

/** The jobs that a process can do, by name. */
export type ServedJobs = Readonly<Record<string, Job<never, unknown, unknown>>>;

/** Electron's port; under plain Node, where tests run jobs, there is none and the parent's channel serves. */
const port = process.parentPort ?? null;

function tell(message: FromJob): void {
  if (port) port.postMessage(message);
  else process.send?.(message);
}

function listen(hear: (message: ToJob) => void): void {
  if (port) port.on('message', ({ data }) => hear(data as ToJob));
  else process.on('message', (message) => hear(message as ToJob));
}

/** Does the work that main asks for, in a process of its own that opens no connections. */
export function serveJobs(jobs: ServedJobs): void {
  lockNetwork();
  let taken: () => void = () => undefined;
  const context: JobContext<unknown> = {
    progress: (done, doing) => tell({ type: 'progress', done, doing: doing ?? null }),
    give: (part) =>
      new Promise((resolve) => {
        taken = resolve;
        tell({ type: 'part', part });
      }),
  };
  listen((message) => {
    if (message.type === 'taken') return taken();
    void answerTo(jobs, message, context).then((answer) => tell({ type: 'answer', answer }));
  });
}

async function answerTo(
  jobs: ServedJobs,
  { name, request }: Extract<ToJob, { type: 'work' }>,
  context: JobContext<unknown>,
): Promise<Result<unknown, AppError>> {
  const job = jobs[name];
  if (!job) throw new Error(`There is no job ${name}.`);
  try {
    const work = await job.load();
    return await work(request as never, context);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err({ code: 'failed', message: `The ${job.noun} failed (${why}). ${job.afterEnd}` });
  }
}
