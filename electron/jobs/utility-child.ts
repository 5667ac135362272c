import path from 'node:path';
import { app, utilityProcess } from 'electron';
import type { StartJobChild } from './job-child.ts';
import type { FromJob } from './job-message.ts';

/** The process of a job under Electron. Its heap takes no limit of its own there: its whole size is watched. */
export const startUtilityChild: StartJobChild = ({ hear, ended }) => {
  const child = utilityProcess.fork(path.join(import.meta.dirname, 'job-process.js'));
  child.on('message', (message: FromJob) => hear(message));
  child.once('exit', ended);
  const isSpawned = new Promise<void>((resolve) => child.once('spawn', () => resolve()));
  let isOver = false;
  return {
    tell: (message) =>
      void isSpawned.then(() => {
        if (!isOver) child.postMessage(message);
      }),
    kill: () => {
      isOver = true;
      // One that is not up yet is not ended by Electron, and would stay for ever without work.
      if (!child.kill()) void isSpawned.then(() => child.kill());
    },
    residentBytes: () => {
      const { pid } = child;
      const metric = pid === undefined ? undefined : app.getAppMetrics().find((each) => each.pid === pid);
      return (metric?.memory.workingSetSize ?? 0) * 1024;
    },
  };
};
