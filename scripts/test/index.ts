// node scripts/test/index.ts SUITE [ARGUMENTS OF THE LAST STAGE]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { passThrough } from '../runtime/environment.ts';
import { Refusal, reportAndExit } from '../runtime/log.ts';
import { type Stage, suites } from './stages.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

/** What git sees as changed; null outside a git checkout, where there is nothing to compare. */
function changedFiles(): string | null {
  const git = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  return git.status === 0 ? git.stdout : null;
}

function requireSamples(): void {
  const folder = process.env.SALLYPORT_SAMPLES;
  if (folder !== undefined && existsSync(folder)) return;
  throw new Refusal(
    folder === undefined
      ? 'set SALLYPORT_SAMPLES to the folder of real sample files; test:samples needs it'
      : `SALLYPORT_SAMPLES names ${folder}, which does not exist: point it at the folder of real sample files`,
  );
}

async function runStage(stage: Stage, args: readonly string[]): Promise<boolean> {
  const [command = '', ...rest] = stage.command;
  const started = performance.now();
  console.error(`\ntest: ${stage.title} …`);
  const code = await passThrough(
    command === 'node' ? process.execPath : command,
    [...rest, ...args],
    process.env,
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(code === 0 ? `test: ${stage.title} passed [${seconds} s]` : `test: FAILED at ${stage.title}`);
  return code === 0;
}

async function main([name = 'all', ...args]: readonly string[]): Promise<number> {
  const stages = suites[name];
  if (stages === undefined)
    throw new Refusal(`there is no suite "${name}": use ${Object.keys(suites).join(', ')}`);
  if (name === 'samples') requireSamples();
  const before = changedFiles();
  for (const stage of stages) {
    if (!(await runStage(stage, stage === stages.at(-1) ? args : []))) return 1;
  }
  if (changedFiles() === before) return 0;
  throw new Refusal('the tests left files behind that git sees as changed; see "git status"');
}

await main(process.argv.slice(2)).then((code) => process.exit(code), reportAndExit);
