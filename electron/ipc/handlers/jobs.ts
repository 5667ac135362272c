import type { Handlers } from '../../../core/contract/contract.ts';
import type { ShownJob } from '../../../core/contract/shown-jobs.ts';
import { ok } from '../../../core/result.ts';
import type { BringingIn } from '../../jobs/bringing-in.ts';
import type { FileReading } from '../../jobs/file-reading.ts';
import type { Jobs } from '../../jobs/jobs.ts';

export type JobHandlersSetup = {
  readonly jobs: Pick<Jobs, 'cancel'>;
  readonly reading: FileReading;
  readonly bringing: BringingIn;
};

/** The way out of long work that the window shows. */
export function jobHandlers({ jobs, reading, bringing }: JobHandlersSetup) {
  const cancel: { readonly [J in ShownJob]: () => void } = {
    'export.write': () => jobs.cancel('export.write'),
    'import.read': () => reading.cancel(),
    'import.bringIn': () => bringing.cancel(),
  };
  return {
    'jobs.cancel': async ({ job }) => {
      cancel[job]();
      return ok(null);
    },
  } satisfies Partial<Handlers>;
}
