// npm run -s bench [NAME …] [-- --json]: measures the budgets in the real application; one JSON document.
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { benchCanvas } from './canvas.ts';
import { benchCoverage } from './coverage.ts';
import { benchDerivations } from './derivations.ts';
import { benchMass } from './mass.ts';
import { benchNoted } from './noted.ts';
import { benchOpenJournal } from './open-journal.ts';
import type { BenchResult } from './result.ts';
import { benchEditOnDisk, benchOpen, benchPdf, benchStart } from './times.ts';
import { benchVisibleRegion } from './visible-region.ts';
import { benchWallNetwork } from './wall-network.ts';

const benches: Readonly<Record<string, () => Promise<readonly BenchResult[]>>> = {
  'canvas-typical': () => benchCanvas('typical'),
  'canvas-campus': () => benchCanvas('campus'),
  'canvas-stress': () => benchCanvas('stress'),
  'canvas-noted': benchNoted,
  derivations: benchDerivations,
  'wall-network': benchWallNetwork,
  'visible-region': benchVisibleRegion,
  coverage: benchCoverage,
  mass: benchMass,
  disk: benchEditOnDisk,
  open: benchOpen,
  'open-journal': benchOpenJournal,
  start: benchStart,
  pdf: benchPdf,
};

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const chosen = Object.keys(benches).filter(
  (name) =>
    wanted.length === 0 || wanted.some((each) => (each in benches ? name === each : name.startsWith(each))),
);
if (chosen.length === 0) {
  process.stderr.write(`There is no bench of that name. There are: ${Object.keys(benches).join(', ')}.\n`);
  process.exit(2);
}
const results: BenchResult[] = [];
for (const name of chosen) {
  process.stderr.write(`bench: ${name} …\n`);
  results.push(...((await benches[name]?.()) ?? []));
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const versions = {
  sallyport: version,
  node: process.versions.node,
  electron: process.env.RUNTIME_ELECTRON_VERSION ?? null,
};
const machine = {
  cores: os.cpus().length,
  memoryMb: Math.round(os.totalmem() / 1024 / 1024),
  system: `${os.type()} ${os.release()}`,
};
process.stdout.write(`${JSON.stringify({ versions, machine, results }, null, 1)}\n`);
