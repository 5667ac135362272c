// node scripts/runtime/index.ts                  prepares, prints Electron's folder
// node scripts/runtime/index.ts exec CMD ARGS    prepares, runs CMD with Electron's variables, on a screen
import { prepareRuntime } from './electron-source.ts';
import { runOnScreen } from './environment.ts';
import { Refusal, reportAndExit } from './log.ts';

async function main([mode, command, ...args]: readonly string[]): Promise<number> {
  if (mode === undefined) {
    console.log((await prepareRuntime()).dist);
    return 0;
  }
  if (mode === 'exec' && command !== undefined) return runOnScreen(command, args);
  throw new Refusal('usage: node scripts/runtime/index.ts [exec COMMAND ARGUMENTS]');
}

await main(process.argv.slice(2)).then((code) => process.exit(code), reportAndExit);
