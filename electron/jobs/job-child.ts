import type { FromJob, ToJob } from './job-message.ts';

/** The process of one job, as main holds it. */
export type JobChild = {
  readonly tell: (message: ToJob) => void;
  readonly kill: () => void;
  /** Memory in use as the system counts it, bytes; 0 while that is not known. */
  readonly residentBytes: () => number;
};

/** Hears what a process tells and that it ended, of itself or killed. */
export type JobEars = { readonly hear: (message: FromJob) => void; readonly ended: () => void };

/** Starts the process of a job; it listens from the start. */
export type StartJobChild = (ears: JobEars) => JobChild;
