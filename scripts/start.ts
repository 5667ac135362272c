import { buildIfChanged } from './build.ts';
import { prepareRuntime } from './runtime/electron-source.ts';
import { passThrough, variables } from './runtime/environment.ts';
import { Refusal, reportAndExit } from './runtime/log.ts';
import { developmentSwitches } from './runtime/sandbox.ts';
import { hasDisplay } from './runtime/xvfb.ts';

/** Opens the application on the user's own screen. */
async function start(args: readonly string[]): Promise<number> {
  const electron = await prepareRuntime();
  await buildIfChanged();
  if (!hasDisplay()) {
    throw new Refusal(
      'there is no display here to open a window on; "npm run demo" needs none and shows what it does',
    );
  }
  const env = { ...process.env, ...variables(electron) };
  const switches = developmentSwitches();
  return passThrough(electron.executable, ['.', ...switches, ...args], env);
}

await start(process.argv.slice(2)).then((code) => process.exit(code), reportAndExit);
