import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JobChild, JobEars, StartJobChild } from '../../electron/jobs/job-child.ts';
import type { FromJob } from '../../electron/jobs/job-message.ts';

const PAGE_BYTES = 4096;
// Half of what a job takes here is the reading of its own program, which is the same each time.
const compiled = path.resolve(import.meta.dirname, '../../node_modules/.cache/job-process');
const jobProcess = path.resolve(import.meta.dirname, '../../electron/jobs/job-process.ts');

/** Starts the processes of jobs under plain Node. */
export const startNodeChild = nodeChildren(jobProcess);

/** The same with another process than the application's. */
export function nodeChildren(file: string): StartJobChild {
  return (ears) => startNode(file, ears);
}

function startNode(file: string, { hear, ended }: JobEars): JobChild {
  const child = fork(file, {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  child.on('message', (message) => hear(message as FromJob));
  child.once('exit', ended);
  return {
    tell: (message) => void child.send(message),
    kill: () => void child.kill('SIGKILL'),
    residentBytes: () => residentBytes(child.pid ?? 0),
  };
}

function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch (error) {
    // It has ended meanwhile.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
