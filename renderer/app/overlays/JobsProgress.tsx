import { useEffect, useState } from 'react';
import type { JobProgress } from '../../../core/contract/contract.ts';
import { type ShownJob, shownJobs } from '../../../core/contract/shown-jobs.ts';
import type { Tell } from '../../commands/command.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { text } from '../../messages/text.ts';
import { bridge } from '../../storage/bridge.ts';
import { ProgressBox } from './ProgressBox.tsx';

type Words = {
  /** What it is doing, and what is said once it was cancelled. */
  readonly running: (doing: string | null) => MessageKey;
  readonly cancelled: MessageKey;
  /** What is done in a moment is not worth a box that flashes up. */
  readonly shownAfterMs: number;
};

const words: { readonly [J in ShownJob]: Words } = {
  'export.write': { running: () => 'export.running', cancelled: 'export.cancelled', shownAfterMs: 0 },
  'import.read': {
    running: (doing) => (doing === 'storing' ? 'reading.storing' : 'reading.running'),
    cancelled: 'reading.cancelled',
    shownAfterMs: 300,
  },
  'import.bringIn': {
    running: (doing) => (doing === 'reading' ? 'reading.running' : 'bringIn.running'),
    cancelled: 'bringIn.cancelled',
    shownAfterMs: 300,
  },
};

/** How far long work is, and the way out of each; nothing while none runs. */
export function JobsProgress({ tell }: { readonly tell: Tell }) {
  return shownJobs.map((job) => <Progress key={job} job={job} tell={tell} />);
}

function Progress({ job, tell }: { readonly job: ShownJob; readonly tell: Tell }) {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [isShown, setShown] = useState(false);
  const isRunning = progress !== null;
  const { running, cancelled, shownAfterMs } = words[job];
  useEffect(
    () =>
      bridge.on('job.progressed', (event) => {
        if (event.job === job) setProgress(event.done < 1 ? event : null);
      }),
    [job],
  );
  useEffect(() => {
    if (!isRunning || shownAfterMs === 0) return setShown(isRunning);
    const timer = setTimeout(() => setShown(true), shownAfterMs);
    return () => clearTimeout(timer);
  }, [isRunning, shownAfterMs]);
  if (!progress || !isShown) return null;
  const name = progress.name ?? '';
  const cancel = async () => {
    await bridge['jobs.cancel']({ job });
    tell(text(cancelled, { name }));
  };
  const label = text(running(progress.doing), { name });
  return <ProgressBox label={label} done={progress.done} onCancel={() => void cancel()} />;
}
