import { type Job, job } from './job.ts';

/** THE list of jobs: all long work. A new one is a file with its work and one entry. */
export const jobTable = {
  export: job(
    {
      noun: 'export',
      afterCancel: 'Nothing was written.',
      afterEnd: 'The plan itself is untouched.',
      mostMegabytes: 3000,
      mostMinutes: 30,
    },
    async () => (await import('./export-job.ts')).exportJob,
  ),
} as const;

type Table = typeof jobTable;
export type JobName = keyof Table;
export type RequestOf<J extends JobName> =
  Table[J] extends Job<infer Request, infer _V, infer _P> ? Request : never;
export type ValueOf<J extends JobName> =
  Table[J] extends Job<infer _R, infer Value, infer _P> ? Value : never;
export type PartOf<J extends JobName> = Table[J] extends Job<infer _R, infer _V, infer Part> ? Part : never;
