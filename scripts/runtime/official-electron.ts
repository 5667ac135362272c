import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheRoot, folderBytes, inTemporaryFolder } from './cache.ts';
import { say } from './log.ts';
import { lastLines, run } from './run.ts';

const ANSWER_MS = 5_000;
const STALL_MS = 20_000;
/** A download that brings less than this in that time would take an hour. */
const LEAST_BYTES = 500_000;

const packageFolder = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const distFolder = path.join(packageFolder, 'dist');

/** The binary that the `electron` package has already downloaded, if it is complete and of its version. */
export async function installedElectron(): Promise<string | null> {
  const versionFile = path.join(distFolder, 'version');
  // path.txt is the last thing the package's installer writes.
  if (!existsSync(versionFile) || !existsSync(path.join(packageFolder, 'path.txt'))) return null;
  const manifest: unknown = JSON.parse(await fs.readFile(path.join(packageFolder, 'package.json'), 'utf8'));
  const wanted = (manifest as { version: string }).version;
  const found = (await fs.readFile(versionFile, 'utf8')).trim().replace(/^v/, '');
  return found === wanted ? distFolder : null;
}

function downloadHost(): string {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  return new URL(mirror ?? 'https://github.com').origin;
}

/** Asked in a second process because a proxy named in the environment holds only from a process's start. */
async function answers(host: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const script = `fetch(process.argv[1], { method: 'HEAD', signal: AbortSignal.timeout(${ANSWER_MS}) }).then(() => process.exit(0), () => process.exit(1))`;
  return (await run(process.execPath, ['-e', script, host], { env })).code === 0;
}

/** Runs the package's installer (which verifies the checksum) for as long as bytes keep arriving. */
async function install(env: NodeJS.ProcessEnv): Promise<string> {
  return inTemporaryFolder(cacheRoot(), async (folder) => {
    let seen = 0;
    const progresses = async (): Promise<boolean> => {
      const bytes = (await folderBytes(folder)) + (await folderBytes(distFolder));
      const grown = bytes - seen >= LEAST_BYTES;
      seen = bytes;
      say(grown ? `  ${Math.round(bytes / 1e6)} MB` : '  no progress, giving up');
      return grown;
    };
    const result = await run(process.execPath, [path.join(packageFolder, 'install.js')], {
      env: { ...env, TMPDIR: folder, TEMP: folder, TMP: folder },
      watch: { everyMs: STALL_MS, check: progresses },
    });
    return lastLines(result.errors, 1);
  });
}

/** Downloads the official binary; null, with the reason on standard error, when that is not possible here. */
export async function fetchOfficialElectron(): Promise<string | null> {
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1' };
  const host = downloadHost();
  if (!(await answers(host, env))) {
    say(`${new URL(host).hostname} does not answer, so the official Electron cannot be downloaded`);
    return null;
  }
  say(`downloading the official Electron from ${new URL(host).hostname}`);
  const errors = await install(env);
  const dist = await installedElectron();
  if (dist === null)
    say(`the official Electron could not be downloaded${errors === '' ? '' : `: ${errors}`}`);
  return dist;
}
