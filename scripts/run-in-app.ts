// node scripts/run-in-app.ts SCRIPT ARGUMENTS: builds what has changed, then runs a script that drives the
// application, with Electron's variables set and on a virtual screen where there is no other.
import { buildIfChanged } from './build.ts';
import { runOnScreen } from './runtime/environment.ts';
import { Refusal, reportAndExit } from './runtime/log.ts';

async function main([script, ...args]: readonly string[]): Promise<number> {
  if (script === undefined) throw new Refusal('usage: node scripts/run-in-app.ts SCRIPT ARGUMENTS');
  await buildIfChanged();
  return runOnScreen(process.execPath, [script, ...args]);
}

await main(process.argv.slice(2)).then((code) => process.exit(code), reportAndExit);
