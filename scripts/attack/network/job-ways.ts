import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { folderOfThisRun } from '../../driver/folder-of-this-run.ts';
import { waysOfJobs } from './main-ways.ts';

const JOBS = path.resolve(import.meta.dirname, '../../../out/main/job-process.js');

/** A program that begins as a job's process does, and then tries the ways out. */
const trying = (port: number): string => `
const electron = require('electron');
const ways = [${waysOfJobs.map(({ name, text }) => `[${JSON.stringify(name)}, ${text}]`).join(',\n')}];
import(${JSON.stringify(`file://${JOBS}`)}).then(async () => {
  const answers = [];
  for (const [name, way] of ways) answers.push([name, await way(electron, ${port})]);
  return answers;
}).catch((error) => [['job', 'did not begin: ' + error]]).then((answers) => process.parentPort.postMessage(answers));
`;

/** Tries every way out of a process of a job, as Electron starts it; gives each with what it answered. */
export async function tryJobWays(
  app: ElectronApplication,
  port: number,
): Promise<ReadonlyMap<string, string>> {
  const program = path.join(folderOfThisRun('sallyport-job-'), 'trying.cjs');
  writeFileSync(program, trying(port));
  const answers = await app.evaluate(
    ({ utilityProcess }, file) =>
      new Promise<[string, string][]>((resolve) => {
        const child = utilityProcess.fork(file);
        child.once('exit', (code) => resolve([['job', `ended with ${code}`]]));
        child.once('message', (tried: [string, string][]) => {
          resolve(tried);
          child.kill();
        });
      }),
    program,
  );
  return new Map(answers.map(([name, answer]) => [`${name} in a job`, answer]));
}
