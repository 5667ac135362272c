import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCli } from './run.ts';

/** Where Electron keeps the data of an application of this name. */
function userDataFolder(): string {
  const home = os.homedir();
  if (process.platform === 'win32')
    return path.join(process.env.APPDATA ?? path.join(home, 'AppData', 'Roaming'), 'Sallyport');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Sallyport');
  return path.join(process.env.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'Sallyport');
}

const { version } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'),
) as {
  version: string;
};
process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  version,
  defaultDatabase: () => path.join(userDataFolder(), 'sallyport.db'),
});
